import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { units } from '@gongzhi/shared/units/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { FindMember } from '../kernel/find-member';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { Units } from '../kernel/units';
import { repoContacts } from './repo-contacts';
import { repoServed } from './repo-served';
import { repoUnits } from './repo-units';

/**
 * Table `units` (pk, sk). c = community, u = unit, p = person. Units: 1 write unit = 1 KB, twice that in a transaction; 1
 * read unit = 4 KB, half of it when eventually consistent.
 *
 *   item       pk            sk         read by                                 units
 *   unit       c#units       u          Get (also by other slices); Query       1; page ≤ 6
 *   contact    c#contacts    p          Get (also by other slices)              1
 *   agreement  c#u#u         id         Query, newest first                     page ≤ 6
 *   thanks     c#t#u         id         Query, newest first                     page ≤ 4
 *   served     c#served#u    period     Query, newest first: sums of a half-year  page ≤ 1
 *   serving    c#serving#u#period  p    Get: services somebody did in it          1
 *   service    c#service#p   shift      Get: which of its lines are counted       1
 *
 * Sums follow the lines of hours as they are told (on-events), each once: a transaction of three items, 6 write units.
 * Whoever speaks for a unit comes by an invite of the directory: the contact follows its events (on-events), and so do the
 * ids of the contacts on the unit. The role itself is the directory’s, and holds or ends there at once.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return { units: repoUnits(pages), contacts: repoContacts(pages), served: repoServed(pages) };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  reader: Units;
  check: CheckText;
  findMember: FindMember;
}
export type Handle<K extends keyof typeof units> = Handler<(typeof units)[K], Deps>;
