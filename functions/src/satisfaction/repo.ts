import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Write } from '../kernel/commit';
import type { CheckText } from '../kernel/check-text';
import type { Communities } from '../kernel/communities';
import type { Cursors } from '../kernel/cursor';
import type { FindMember } from '../kernel/find-member';
import type { Households } from '../kernel/households';
import { createPages } from '../kernel/pages';
import type { Handler } from '../kernel/serve';
import { writeTogether } from '../kernel/write-together';
import { repoAnswers } from './repo-answers';
import { repoDue } from './repo-due';
import { repoFollowUps } from './repo-follow-ups';
import { repoMarks } from './repo-marks';
import { repoPlaces } from './repo-places';
import { repoPublications } from './repo-publications';
import { repoRounds } from './repo-rounds';
import { repoTries } from './repo-tries';
import type { Seals } from './create-seals';
import type { PaperCodes } from './derive-paper-codes';
import type { Doors } from './create-doors';

/**
 * Table `satisfaction` (pk, sk; index byDue: gpk, gsk, keys only). c = community, r = round, f = follow-up. Units: 1 write
 * unit = 1 KB, twice that in a transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item       pk             sk           index                    read by                                   units
 *   round      c#rounds       r            –                        Get; Query newest first; BatchGet         1; page ≤ 9
 *   open       c#open         r            –                        Query, all: at most seven                 1
 *   current    c#current      quarter or service                    Get                                       1
 *   result     c#results      r            –                        Get; Query newest first                   ≤ 3
 *   answered   c#answered     r            –                        Get; BatchGet                             1
 *   version    c#p#r          version      –                        Get                                       ≤ 2
 *   follow-up  c#follow-up    f            byDue c#waiting|c#done   BatchGet; Query by last day               1; page ≤ 21
 *   due        c#due          work#id      byDue due, instant       the clock                                 1
 *
 * Table `answers` (pk, sk; no stream, no index, no past):
 *
 *   mark       c#r#marks      unit#wave    who was invited, sealed when answered   Get; Query                 1; 1 a 4 KB
 *   places     c#r#places     file         fifty places of the sample: units, letters   Get              1
 *   tries      c#tries        who          wrong codes in a window, one item for each who types   Get              1
 *   answer     c#r#answers    random       levels, reason, word, stratum           Query, by the clock alone  1 a 4 KB
 *   low        c#r#low        random       the same of a low one, and the name of its follow-up (the clock)   1 a 4 KB
 *   sample     c#r#sample     sample       what was drawn, until it is invited     Get, by the clock alone    ≤ 50
 */
export const createRepo = (
  client: DynamoDBDocumentClient,
  tables: { satisfaction: string; answers: string },
  cursors: Cursors,
) => {
  const pages = createPages({ client, table: tables.satisfaction, cursors });
  const secret = createPages({ client, table: tables.answers, cursors });
  return {
    rounds: repoRounds(pages),
    followUps: repoFollowUps(pages),
    publications: repoPublications(pages),
    due: repoDue(pages),
    marks: repoMarks(secret),
    places: repoPlaces(secret),
    answers: repoAnswers(secret),
    tries: repoTries(secret),
    /** Writes what leaves no event. @throws Busy */
    write: (what: string, writes: readonly Write[]) => writeTogether(client, what, writes),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  seals: Seals;
  codes: PaperCodes;
  doors: Doors;
  nameOf: Communities['nameOf'];
  webOrigin: string;
  check: CheckText;
  households: Households;
  findMember: FindMember;
  calendar: () => Promise<Calendar>;
}
export type Handle<K extends keyof typeof satisfaction> = Handler<(typeof satisfaction)[K], Deps>;
