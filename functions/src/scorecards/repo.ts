import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { Facts } from '@gongzhi/shared/scorecards/measure';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import type { RaiseAlarm } from './raise-alarm';
import { repoCards } from './repo-cards';
import { repoCases } from './repo-cases';
import { repoDuties } from './repo-duties';
import { repoSchemes } from './repo-schemes';

/**
 * Table `scorecards` (pk, sk). s = street, c = community, q = quarter. Units: 1 write unit = 1 KB, twice that in a
 * transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item      pk            sk          read by                                   units
 *   duties    s#duties      version     Query, the newest                         ≤ 6
 *   scheme    s#schemes     q#version   Query, the newest of a quarter or before  ≤ 3
 *   card      c#cards       q           Get                                       ≤ 3
 *   head      c#heads       q           Query, newest first                       page ≤ 8
 *   line      s#lines#q     c           Query, in order                           page ≤ 8
 *   done      done          q          Get: the clock has made what was missing    1
 *   task      c#tasks       task        BatchGet, of a quarter                    1 each
 *   due       c#due#q       task        Query, all of a quarter                   1 for 60
 *   passed    c#passed#q    matter      Query, all of a quarter                   1 for 60
 *   recorded  c#recorded    matter      BatchGet, of a quarter                    1 each
 *
 * Schemes, cards, heads and lines of a service lie beside those of the community, with its name behind their pk (c#cards#wish).
 * Duties, schemes, cards, heads and lines are never changed. The last four are read from other slices' events, which may come
 * in any order and more than once; a card counts them when it is made and keeps only the counts.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    duties: repoDuties(pages),
    schemes: repoSchemes(pages),
    cards: repoCards(pages),
    cases: repoCases(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What residents said, from the slice that asks them: published results and how low answers were followed up. */
export interface Satisfaction {
  /** Results of rounds that closed from an instant until before another. */
  results(communityId: string, from: string, until: string): Promise<Facts['results']>;
  /** Follow-ups of the answers of these rounds whose last day lay between two instants, and how many were answered by it. */
  followUps(communityId: string, from: string, until: string, roundIds: readonly string[]): Promise<Facts['followUps']>;
}

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  satisfaction: Satisfaction;
  raiseAlarm: RaiseAlarm;
}
export type Handle<K extends keyof typeof scorecards> = Handler<(typeof scorecards)[K], Deps>;
