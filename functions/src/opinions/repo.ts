import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { opinions } from '@gongzhi/shared/opinions/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { Matters } from '../kernel/matters';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import { repoAnswers } from './repo-answers';
import { repoPictures } from './repo-pictures';
import { repoStatements } from './repo-statements';
import { repoWaiting } from './repo-waiting';

/**
 * Table `opinions` (pk, sk; stream NEW_IMAGE). m = community#m#proposal. Units: 1 write unit = 1 KB, twice that in a
 * transaction; 1 read unit = 4 KB, half of it when eventually consistent. A statement is about half a KB.
 *
 *   item        pk               sk                  read by                                       units
 *   statement   m#s              number, 5 digits    Get; Query, the newest; by number, 20 at once  0.5 each; ≤ 2
 *   answers     m#a              person              Get; Query at the tick, all pages              1; 1 a 8 KB
 *   written     m#w              person              Get; its condition bounds statements          1
 *   refused     m#r#person       statement's id      Query, the author's own                        0.5
 *   waiting     c#waiting        statement's id      Get; Query, oldest first                       1; page ≤ 3
 *   picture     m                picture             Get                                            0.5 a 4 KB, ≤ 4
 *   stale       m                stale               index byStale; removed when computed           –
 *
 * Answers of a person lie in one item, an attribute s<number> each: one write an answer, one read to know what was
 * answered, and the whole matter is read in a few pages when it is computed. Index byStale (stale, since; KEYS_ONLY):
 * matters with answers newer than their picture; the tick decides from the table itself.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    statements: repoStatements(pages),
    answers: repoAnswers(pages),
    waiting: repoWaiting(pages),
    pictures: repoPictures(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  matters: Pick<Matters, 'read'>;
  cursors: Cursors;
  check: CheckText;
}
export type Handle<K extends keyof typeof opinions> = Handler<(typeof opinions)[K], Deps>;
