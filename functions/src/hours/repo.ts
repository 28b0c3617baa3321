import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { hours } from '@gongzhi/shared/hours/contract';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { Names } from './repo-names';
import type { Shifts } from './repo-shifts';
import { repoCases } from './repo-cases';
import { repoCertificates } from './repo-certificates';
import { repoEntries } from './repo-entries';
import { repoSettings } from './repo-settings';

/**
 * Table `hours` (pk, sk). c = community, v = volunteer, a = activity, s = shift. Units: 1 write unit = 1 KB, twice that in
 * a transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item        pk            sk              read by                                              units
 *   line        c#v#v         from#entry      Query, latest service first; Query around a service  page ≤ 3
 *   mirror      c#a#a         s#v#what        Query, the lines of one service                      1
 *   account     c#v#v#account account         Get: the totals                                      1
 *   case        c#cases       case            Get                                                  1
 *   certificate c#certificates number         Get; BatchGet of a batch                              1
 *   batch       c#batches     batch           Get; Query, newest first                             1; page ≤ 3
 *   settings    c#settings    rule            Get                                                  1
 *
 * A line is put in both accounts, with the sign turned, in the transaction that moves the total: 10 units with its event
 * and its row of the month. The account's version lets one line after another; `what` lets each in once. Neither line nor
 * mirror is ever changed. Indexes: byMonth (gpk = c#m#month, gsk) of lines, whole; KEYS_ONLY of cases and certificates: byDue
 * (dpk = c#open | c#publicity), byVolunteer (opk, osk), byOrganiser (ppk, psk). They say where to look; everything is decided from the items.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    entries: repoEntries(pages),
    cases: repoCases(pages),
    certificates: repoCertificates(pages),
    settings: repoSettings(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  shifts: Shifts;
  names: Names;
  calendar: () => Promise<Calendar>;
  /** Where the H5 pages are: the code on a certificate leads there. */
  webOrigin: string;
}
export type Handle<K extends keyof typeof hours> = Handler<(typeof hours)[K], Deps>;
