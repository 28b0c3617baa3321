import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { procedures } from '@gongzhi/shared/procedures/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { Matters } from '../kernel/matters';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import { createWays } from '../kernel/ways';
import { repoObjections } from './repo-objections';
import { repoRecords } from './repo-records';
import { repoRules } from './repo-rules';
import { repoWays } from './repo-ways';

/**
 * Table `procedures` (pk, sk). c = community, p = proposal. Units: 1 write unit = 1 KB, twice that in a transaction;
 * 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item        pk                    sk          read by                                       units
 *   way         c#ways                p           Get, with the rules (kernel/ways.ts)          1
 *   rules       c#rules               current     Get                                           1
 *   version     c#rules#versions      number      Query, newest first                           page ≤ 3
 *   record      c#m#p#records         record      Query, newest first                           page ≤ 5
 *   objection   c#m#p#objections      objection   Get; Query, newest first                      1; page ≤ 5
 *
 * A way is replaced whole, on the condition that its `rev` is the one that was read; objections only add to its counters.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    ways: { ...createWays(client, table), ...repoWays(pages) },
    records: repoRecords(pages),
    objections: repoObjections(pages),
    rules: repoRules(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  matters: Matters;
  check: CheckText;
  calendar: () => Promise<Calendar>;
}
export type Handle<K extends keyof typeof procedures> = Handler<(typeof procedures)[K], Deps>;
