import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { reports } from '@gongzhi/shared/reports/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Party } from '../kernel/party';
import type { LogReading } from '../kernel/party-log';
import type { Handler } from '../kernel/serve';
import type { Units } from '../kernel/units';
import type { Lines } from './create-lines';
import { repoBranches } from './repo-branches';
import { repoEvaluations } from './repo-evaluations';
import { repoReports } from './repo-reports';
import { repoSettings } from './repo-settings';
import type { Servings } from './create-servings';

/**
 * Table `reports` (pk, sk). c = community, m = member, p = period, b = branch, u = unit. Units: 1 write unit = 1 KB, twice
 * that in a transaction, 1 more where an index moves; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item        pk                sk         index                    read by                              units
 *   report      c#m#m             p          byBranch c#b#b#p, m      Get; Query, latest first; by branch  1; page ≤ 3
 *                                            byUnit c#u#u, sentAt#m   Query, newest first                  page ≤ 3
 *   facts       c#m#m#facts       p          –                        Get: what the report says            ≤ 7
 *   turn        c#m#m#turns       p#version  –                        Query: objections and answers        1
 *   signed      c#m#m#signed      p          –                        Get: what was sent, byte for byte    ≤ 7
 *   number      c#numbers         number     –                        Get: whose report it is              1
 *   settings    c#settings        rule       –                        Get                                  1
 *   criteria    c#criteria        version    –                        Query, the latest                    1
 *   evaluation  c#evaluations     p#m        byUnit c#ue#u, p#m       Get; Query, latest first; by unit    1; page ≤ 3
 *   side        c#e#p#m           side       –                        Query: all that was said             ≤ 4
 *   resident    c#e#p#m#residents wish#r     –                        Query, at most twenty                ≤ 2
 *   reply       c#e#p#m           reply      –                        with the sides
 *   branch      branches          c#b        –                        Query, a hundred a page, by the clock  page ≤ 3
 *
 * A report is one item a member and period, under 1 KB and made anew as another version; what it says lies beside it and
 * is replaced with it. How it stands follows from its instants and from the consent at the moment it is read.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    reports: repoReports(pages),
    evaluations: repoEvaluations(pages),
    settings: repoSettings(pages),
    branches: repoBranches(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  party: Party;
  units: Units;
  lines: Lines;
  servings: Servings;
  logReading: LogReading;
  check: CheckText;
  /** Where the H5 pages are: the code on a report leads there. */
  webOrigin: string;
}
export type Handle<K extends keyof typeof reports> = Handler<(typeof reports)[K], Deps>;
