import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { meetings } from '@gongzhi/shared/meetings/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { Matters } from '../kernel/matters';
import type { Members } from '../kernel/members';
import { createPages } from '../kernel/pages';
import type { RotatingCodes } from '../kernel/rotating-codes';
import type { Handler } from '../kernel/serve';
import { repoAsks } from './repo-asks';
import { repoExpected } from './repo-expected';
import { repoMeetings } from './repo-meetings';
import { repoMinutes } from './repo-minutes';

/**
 * Table `meetings` (pk, sk). c = community, m = meeting. Units: 1 write unit = 1 KB, twice that in a transaction; 1 read
 * unit = 4 KB, half of it when eventually consistent.
 *
 *   item        pk             sk                         read by                                       units
 *   plan        c#meetings     m                          Get; Query, newest first                      1; page ≤ 16
 *   live        c#m#m          live                       Get with plan and person; BatchGet in a list  1
 *   expected    c#m#m          expected#bucket            Get, whether somebody is on the frozen list   1
 *   person      c#m#m#a        person                     Get; Query, who came                          1; page ≤ 3
 *   ask         c#m#m#asks     n#side#spoken#at#person    Query, the first eight of a side              1 a side
 *   line        c#m#m#lines    line                       Query, oldest first; whole when frozen        page ≤ 3
 *   opinion     c#m#m#opinions opinion                    Query, oldest first                           page ≤ 5
 *   mark        c#m#m          wrote#n#person             never; its condition lets write once          –
 *
 * The number of those present is one number on the live item, moved in the same transaction as the person's own; a hand
 * is written in a transaction whose condition is that number. A live page reads plan, live, person and two sides of
 * the queue, at 10 people as at 1,000.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    meetings: repoMeetings(pages),
    expected: repoExpected(pages),
    asks: repoAsks(pages),
    minutes: repoMinutes(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  members: Members;
  matters: Pick<Matters, 'read'>;
  codes: RotatingCodes;
  check: CheckText;
}
export type Handle<K extends keyof typeof meetings> = Handler<(typeof meetings)[K], Deps>;
