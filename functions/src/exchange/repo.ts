import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { exchange } from '@gongzhi/shared/exchange/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { NamesOf } from './find-names';
import { repoAccounts } from './repo-accounts';
import { repoEntries } from './repo-entries';
import { repoOffers } from './repo-offers';
import { repoOrders } from './repo-orders';
import { repoRules } from './repo-rules';
import { repoSkills } from './repo-skills';
import { repoTallies } from './repo-tallies';
import { repoTeams } from './repo-teams';
import { repoThanks } from './repo-thanks';

/**
 * Table `exchange` (pk, sk; stream NEW_IMAGE). c = community, p = person, a = activity. Units: 1 write unit = 1 KB, twice that in a
 * transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item      pk         sk              read by                                units
 *   rule      c#rules    version         Query, the newest 20                   1
 *   account   c#a#p      account         Get                                    1
 *   entry     c#e#p      time and id     Query, newest first                    page ≤ 3
 *   tally     c#s#a      p#shift#track   Get; Query, of a person, of all        1; 1; page ≤ 3
 *   offer     c#offers   offer           Get; Query, newest first               1; page ≤ 3
 *   order     c#e#p      order           an entry; with its end: BatchGet       2
 *   end       c#e#p      order#end       an entry: what returned, or nothing    –
 *   waiting   c#waiting  order           Query, earliest first; by the stream   page 1, orders 40
 *   thanks    c#t#p      thanks          Query, newest first                    page ≤ 3
 *   mark      c#tm#p     a#from          never: one thanks once for an activity –
 *   held      c#thanks   thanks          Get; Query, earliest first             1; page ≤ 3
 *   skills    c#k#p      skills          Get                                    1
 *   skilled   c#skill#k  p               Query, of one skill                    page ≤ 3
 *   team      c#teams    team            Get; Query, newest first               1; page ≤ 3
 *   member    c#m#team   p               BatchGet, one's own; Query, all        1; page ≤ 3
 *
 * An account is what its entries come to, moved in the same transaction. Entries and rules are never changed.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    rules: repoRules(pages),
    accounts: repoAccounts(pages),
    entries: repoEntries(pages),
    offers: repoOffers(pages),
    orders: repoOrders(pages),
    tallies: repoTallies(pages),
    thanks: repoThanks(pages),
    skills: repoSkills(pages),
    teams: repoTeams(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  namesOf: NamesOf;
}
export type Handle<K extends keyof typeof exchange> = Handler<(typeof exchange)[K], Deps>;
