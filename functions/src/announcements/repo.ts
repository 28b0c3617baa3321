import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { announcements } from '@gongzhi/shared/announcements/contract';
import type { MemberAt } from '../kernel/audience';
import type { CheckPicture } from '../kernel/check-picture';
import type { CheckText } from '../kernel/check-text';
import type { Communities } from '../kernel/communities';
import type { Cursors } from '../kernel/cursor';
import type { DeliveredOf } from '../kernel/deliveries';
import type { FileStore } from '../kernel/file-store';
import type { Matters } from '../kernel/matters';
import type { OpenedBy } from '../kernel/opened-by';
import { createPages } from '../kernel/pages';
import type { Roll } from '../kernel/roll';
import type { Handler } from '../kernel/serve';
import type { ReachableOf } from '../kernel/reachable';
import { repoCensus } from './repo-census';
import { repoDue } from './repo-due';
import { repoFiles } from './repo-files';
import { repoHeads } from './repo-heads';
import { repoAgain } from './repo-again';
import { repoListJobs } from './repo-list-jobs';
import { repoRows } from './repo-rows';
import { repoTexts } from './repo-texts';

/**
 * Table `announcements` (pk, sk; stream NEW_IMAGE; index byState: gpk, gsk, keys only; ttl expiresAt). c = community, a =
 * announcement, f = file, b = building, h = a door's normal form. Units: 1 write unit = 1 KB, twice that in a transaction, 1 more where
 * an index moves; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item      pk             sk           index            read by                                       units
 *   head      c#announcements a           byState due, at  Get; BatchGet; Query newest first; the clock  1 (a list of 200: 2); page ≤ 21
 *   text      c#a#a          v000001      –                Get; BatchGet; Query, the newest ten          1
 *   proposed  c#a#a          proposed     –                Get                                           1
 *   file      c#files        f            –                Get; BatchGet                                 1
 *   trace     media#trace    trace        –                what WeChat says of a picture pairs with it   1
 *   waiting   c#waiting      a            –                Query                                         page ≤ 2
 *   posted    c#board        at#a         –                Query newest first                            page ≤ 2, heads and texts ≤ 42
 *   census    c#census       current      byState due, at  Get; the clock                                1
 *   counted   c#census#run   b#b, m#page  –                Query, BatchGet                               1 a 8 KB
 *   row       c#l#a          b#h          byState c#l#a    Query by need; Query of a building            page ≤ 22
 *   done      c#d#a          b#h          –                nobody: what came of it                       –
 *   reached   c#o#a          b#h          –                BatchGet                                      1
 *   list      c#lists        urgent#a     –                Get; Query urgent first                       page ≤ 2
 *   reading   c#readings     day#who#a    –                nobody: that households were read             –
 *   jobs      census#c, calls#c#a  job    –                Get; the stream carries them from page to page 1
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    client,
    heads: repoHeads(pages),
    texts: repoTexts(pages),
    due: repoDue(pages),
    files: repoFiles(pages),
    census: repoCensus(pages),
    rows: repoRows(pages),
    listJobs: repoListJobs(pages),
    again: repoAgain(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  checkPicture: CheckPicture;
  files: FileStore;
  communities: Pick<Communities, 'nameOf'>;
  matters: Pick<Matters, 'read'>;
  roll: Pick<Roll, 'at'>;
  /** Memberships of some people, and which of them WeChat may be asked to send a message to. */
  membersOf: (communityId: string, personIds: readonly string[]) => Promise<(personId: string) => MemberAt | undefined>;
  reachable: ReachableOf;
  openedBy: OpenedBy;
  deliveredOf: DeliveredOf;
  webOrigin: string;
}
export type Handle<K extends keyof typeof announcements> = Handler<(typeof announcements)[K], Deps>;
