import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { calls } from '@gongzhi/shared/calls/contract';
import type { CheckText } from '../kernel/check-text';
import type { Communities } from '../kernel/communities';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Party } from '../kernel/party';
import type { LogReading } from '../kernel/party-log';
import type { Handler } from '../kernel/serve';
import type { ServiceDeps } from '../kernel/service/ports';
import { repoAsked } from './repo-asked';
import { repoCalls, type HeadItem } from './repo-calls';
import { repoJobs } from './repo-jobs';
import { repoPlaces } from './repo-places';

/**
 * Table `calls` (pk, sk; stream NEW_IMAGE; index byTime: gpk, gsk; index byBranch: bpk, bsk; both keys only). c =
 * community, s = street, k = call, p = person, b = branch. Units: 1 write unit = 1 KB, twice that in a transaction, 1 more where an
 * index moves; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item    pk            sk        index                       read by                                       units
 *   head    c#activities  k         –                           Get; Query newest first; BatchGet             1; page ≤ 13
 *   text    c#a#k         text      –                           BatchGet                                      1
 *   shift   c#a#k         shift#k   –                           BatchGet                                      1
 *   asked   c#q#k         p         byTime c#p#p, end#k         Query, who was asked; Query by end, own       page ≤ 2; ≤ 40
 *                                   byBranch c#b#k#b, p         Query, who was asked of a branch              page ≤ 22
 *   place   c#s#k         p         –                           BatchGet; Query, who comes; Query COUNT       1; ≤ 20
 *   mark    s#calls       k         –                           Query newest first, of a street               page ≤ 2
 *   job     ask#c#k       job       –                           Get; the stream carries it from page to page  1
 *
 * People who come, cannot and withdrew are numbers on the shift, moved in the transaction of each one’s own answer: no call
 * takes more than it needs. Names lie with the member (kernel/party.ts) and in the places of those who come.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return { calls: repoCalls(pages), asked: repoAsked(pages), places: repoPlaces(pages), jobs: repoJobs(pages) };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps extends ServiceDeps<HeadItem> {
  repo: Repo;
  party: Party;
  communities: Communities;
  log: LogReading;
  check: CheckText;
}
export type Handle<K extends keyof typeof calls> = Handler<(typeof calls)[K], Deps>;
