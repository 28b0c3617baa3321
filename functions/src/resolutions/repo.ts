import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import type { PartOf } from '../kernel/follows';
import type { Matters } from '../kernel/matters';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { Ways } from '../kernel/ways';
import type { FindMember } from '../kernel/find-member';
import { repoAnswers } from './repo-answers';
import { repoDue } from './repo-due';
import { repoResolutions } from './repo-resolutions';
import { repoSettings } from './repo-settings';
import { repoTasks } from './repo-tasks';

/**
 * Table `resolutions` (pk, sk; stream NEW_IMAGE). c = community, p = proposal, t = task. Units: 1 write unit = 1 KB, twice
 * that in a transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item         pk               sk                 read by                                            units
 *   settings     c#settings       follow-up          Get                                                1
 *   resolution   c#resolutions    p                  Get; Query, newest matter first                    1; page ≤ 3
 *   task         c#m#p            task#t             Get; Query, all of a matter (at most 20)           1; ≤ 5
 *   words        c#m#p            words#t            Get, with the task                                 1
 *   step         c#m#p#t#t        step               Query, newest first                                page ≤ 3
 *   answer       c#m#p#a#t        round#person       Get; Query, latest round first                     1; page ≤ 3
 *   second       c#m#p#s#t        round#person       Get                                                1
 *   review       c#m#p#r          person             Get                                                1
 *   due          c#due            p#t | p#review     never by itself: the stream keeps it, for indexes  –
 *
 * Indexes, KEYS_ONLY, on due items only: byDue (gpk = c#open, gsk = due date#task): what is not done, the first due
 * first; byOwner (opk = c#owner#person, osk): the same of one owner; byEnd (epk = 'ends', esk = instant): what the clock
 * settles. They say where to look; everything is decided from the items themselves. `version` grows with each change.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    settings: repoSettings(pages),
    resolutions: repoResolutions(pages),
    tasks: repoTasks(pages),
    answers: repoAnswers(pages),
    due: repoDue(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  partOf: PartOf;
  findMember: FindMember;
  ways: Pick<Ways, 'read'>;
  matters: Pick<Matters, 'read'>;
  calendar: () => Promise<Calendar>;
}
export type Handle<K extends keyof typeof resolutions> = Handler<(typeof resolutions)[K], Deps>;
