import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { FindMember } from '../kernel/find-member';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { ServiceDeps } from '../kernel/service/ports';
import { repoActivities, type HeadItem } from './repo-activities';
import { repoPlaces } from './repo-places';
import { repoRequests } from './repo-requests';
import { repoShifts } from './repo-shifts';

/**
 * Table `volunteering` (pk, sk; index byTime: gpk, gsk; index byFamily: hpk, hsk; both keys only). c = community, a =
 * activity, s = shift, p = person. Units: 1 write unit = 1 KB, twice that in a transaction, 1 more where an index moves;
 * 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item      pk            sk        index                      read by                                      units
 *   head      c#activities  a         byTime c#o#p, a            Get; Query newest first; BatchGet in lists   1; page ≤ 3, own 11
 *   text      c#a#a         text      –                          Query with the shifts                        ≤ 9
 *   shift     c#a#a         shift#s   byTime c#soon, start#s     Get; Query with the text; Query by time      1; page 11–21
 *   place     c#s#s         p         byTime c#p#p, start#s      Get; Query, who comes; Query by time         1; page 21–31
 *                                     byFamily c#h#household     Query, who asks their family                 page 21–31
 *   request   c#requests    r         –                          Get; Query newest first                      page ≤ 6
 *
 * A page by time reads 20 keys of the index, then 20 items and what stands around them: the lower figure is for one
 * activity (measured), the upper for twenty. Written: a place taken 10 with its event (a minor's 11), given back 8, a check
 * 4, a place moved with its shift 3.
 *
 * Places taken and people waiting are two numbers on the shift, moved in the same transaction as the person's own place:
 * no shift takes more than it has. A check touches the person's place alone, so that 500 people do not wait for each other.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    activities: repoActivities(pages),
    shifts: repoShifts(pages),
    places: repoPlaces(pages),
    requests: repoRequests(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps extends ServiceDeps<HeadItem> {
  repo: Repo;
  check: CheckText;
  findMember: FindMember;
}
export type Handle<K extends keyof typeof volunteering> = Handler<(typeof volunteering)[K], Deps>;
