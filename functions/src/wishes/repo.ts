import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { wishes } from '@gongzhi/shared/wishes/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { HeadFacts, ServiceDeps } from '../kernel/service/ports';
import { servicePlaces } from '../kernel/service/service-places';
import { repoReads } from './repo-reads';
import { repoSettings } from './repo-settings';
import { repoVisits } from './repo-visits';
import { repoWishes } from './repo-wishes';

/**
 * Table `wishes` (pk, sk; indexes byList: gpk, gsk; byMaker: mpk, msk; byClaimer: cpk, csk; keys only). c = community, w =
 * wish, s = shift (a visit), p = person. Units: 1 write unit = 1 KB, twice that in a transaction, 1 more where an index takes
 * something up or lets it go; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item   pk            sk         index                            read by                                     units
 *   head   c#activities  w          byList c#open, from#w            Query newest first, up to now; BatchGet     page ≤ 12
 *                                   byList c#waiting, since#w        Query longest first; BatchGet               page ≤ 12
 *                                   byMaker c#m#p, w                 Query newest first; BatchGet                page ≤ 12
 *                                   byClaimer c#c#p, w               Query newest first; BatchGet                page ≤ 12
 *   text   c#a#w         text       –                                Get, with the head                          1
 *   visit  c#a#w         shift#s    –                                Get, with head and place                    1
 *   read   c#a#w         read#t#p   –                                Query, the newest twenty                    1
 *   place  c#s#s         p          –                                Get                                         1
 *   rule   c#settings    rule       –                                Get                                         1
 *
 * A claimed wish stands in the list of open ones at the instant its claim runs out: nobody has to write anything for it to be
 * there again. Whose wish it is lies in the text, but for what its level lets everybody see.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    wishes: repoWishes(pages),
    visits: repoVisits(pages),
    reads: repoReads(pages),
    settings: repoSettings(pages),
    places: servicePlaces<HeadFacts>(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps extends ServiceDeps {
  repo: Repo;
  check: CheckText;
}
export type Handle<K extends keyof typeof wishes> = Handler<(typeof wishes)[K], Deps>;
