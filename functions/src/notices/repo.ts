import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Templates } from '@gongzhi/shared/kernel/templates';
import type { notices } from '@gongzhi/shared/notices/contract';
import type { Announcements } from '../kernel/announcements';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import { repoInbox } from './repo-inbox';
import { repoJobs } from './repo-jobs';
import { repoOpenings } from './repo-openings';
import { repoPreferences } from './repo-preferences';
import { repoSends } from './repo-sends';
import { repoSubscriptions } from './repo-subscriptions';

/**
 * Table `notices` (pk, sk; stream NEW_IMAGE; `ttl` on everything but the mark). Units: 1 write unit = 1 KB, 1 read unit =
 * 4 KB, half of it when eventually consistent.
 *
 *   item      pk               sk             read by                                                        units
 *   notice    person#inbox     notice         Query, newest first; Query COUNT of the newest hundred         page ≤ 2; ≤ 5
 *   mark      person#mark      mark           Get: all that had arrived by then is read                      1
 *   balance   person#subs      template       BatchGet with the choices; claimed before a message is sent    1
 *   choices   person#subs      prefs          BatchGet                                                       1
 *   digest    digest#hour      person         Query, a hundred a page                                        ≤ 2
 *   job       fan#event#whom   job            Get; the stream carries it from page to page of people         1
 *   sending   send#…           job            Get; the stream carries it from chunk to chunk; byDue          1
 *   chunk     send#…           000000         Get; Query: at most twenty people and a letter for each        1
 *   opened    send#…           opened#0…7     BatchGet with the job: how many opened it                      9
 *
 * A notice is put once for (person, event), on a condition: telling again, after a kill or a second delivery, changes nothing.
 * A recipient costs 1 (notice) + 1 (claim) + 0.2 (outcomes, five at a time) + 0.1 (chunk, job) write units.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    pages,
    inbox: repoInbox(pages),
    jobs: repoJobs(pages),
    sends: repoSends(pages),
    openings: repoOpenings(pages),
    subscriptions: repoSubscriptions(pages),
    preferences: repoPreferences(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

export interface Deps {
  repo: Repo;
  /** The subscribe messages of the deployment. */
  templates: Templates;
  announcements: Pick<Announcements, 'some'>;
}
export type Handle<K extends keyof typeof notices> = Handler<(typeof notices)[K], Deps>;
