import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { party } from '@gongzhi/shared/party/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { createConsenting } from '../kernel/party';
import type { LogReading } from '../kernel/party-log';
import type { Handler } from '../kernel/serve';
import type { Units } from '../kernel/units';
import type { FindBuildings } from './find-buildings';
import type { Communities } from '../kernel/communities';
import type { FindPeople } from './find-people';
import { repoBranches } from './repo-branches';
import { repoFigures } from './repo-figures';
import { repoMembers } from './repo-members';
import { repoReadings } from './repo-readings';

/**
 * Table `party` (pk, sk; TTL `expiresAt`). c = community, p = person, b = branch, u = unit. Units: 1 write unit = 1 KB, twice that in
 * a transaction, one more for each index whose keys change; 1 read unit = 4 KB.
 *
 *   item       pk             sk             read by                                            units
 *   member     c#members      p              Get; BatchGet of a page (kernel/party: other slices)  1; page ≤ 45
 *   note       p              in#c           Query, where somebody reports in                    1
 *   branch     c#branches     b              Get; Query                                         1; page ≤ 2
 *   secretary  c#secretaries  p              Get (kernel/party)                                 1
 *   reading    c#log#p        day#reader#…   Query, newest first; written by kernel/party-log   page ≤ 2
 *   term       c#term         term           Get                                                1
 *   kinds      c#figures      kinds          Get                                                1
 *   cover      c#cover        building       Query, whole: as many as buildings                 1 for some 20
 *
 * Indexes, keys only: byBranch (c#branch#b, p), byUnit (c#unit#u, asked#p), byWaiting (c#waiting, asked#p), byOpen (c#open,
 * p). A list reads its members and their consents again, strongly consistent: 40 units a page at any size.
 * Counts are kept by the last month a member counts in, so that time takes nobody's place without a write.
 */
export const createRepo = (
  client: DynamoDBDocumentClient,
  { party: table, identity }: { party: string; identity: string },
  cursors: Cursors,
) => {
  const pages = createPages({ client, table, cursors });
  return {
    branches: repoBranches(pages),
    members: repoMembers(pages, { consenting: createConsenting(client, identity), identity }),
    figures: repoFigures(pages),
    readings: repoReadings(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  units: Pick<Units, 'unit' | 'unitOf'>;
  /** The branch somebody is the secretary of (kernel/party). */
  branchOf: (communityId: string, personId: string) => Promise<{ branchId: string; name: string } | undefined>;
  log: LogReading;
  people: FindPeople;
  buildings: FindBuildings;
  communities: Communities;
}
export type Handle<K extends keyof typeof party> = Handler<(typeof party)[K], Deps>;
