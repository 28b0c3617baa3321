import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { notices } from '@gongzhi/shared/notices/contract';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import { repoInbox } from './repo-inbox';
import { repoJobs } from './repo-jobs';
import { repoPreferences } from './repo-preferences';
import { repoSends } from './repo-sends';
import { repoSubscriptions } from './repo-subscriptions';

/**
 * Table `notices` (pk, sk; stream NEW_IMAGE; `ttl` on everything but the mark). Units: 1 write unit = 1 KB, 1 read unit =
 * 4 KB, half of it when eventually consistent.
 *
 *   item    pk                   sk      read by                                                     units
 *   notice  person#inbox         event   Query, newest first; Query COUNT of the newest hundred      page ≤ 2; ≤ 5
 *   mark    person#mark          mark    Get: all that had arrived by then is read                   1
 *   job     fan#event#matter     job     Get; the stream carries it from page to page of followers   1
 *
 * A notice is put once for (person, event), on a condition: telling again, after a kill or a second delivery, changes nothing.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    pages,
    inbox: repoInbox(pages),
    jobs: repoJobs(pages),
    sends: repoSends(pages),
    subscriptions: repoSubscriptions(pages),
    preferences: repoPreferences(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

export interface Deps {
  repo: Repo;
}
export type Handle<K extends keyof typeof notices> = Handler<(typeof notices)[K], Deps>;
