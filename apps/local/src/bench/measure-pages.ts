import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Counts } from '@gongzhi/shared/votes/model';
import { api } from '../demo/api';
import { DEMO, PEOPLE } from '../demo/people';
import { ballotsOf, CHOICES } from './ballots-of';
import { driveLoad } from './drive-load';
import { countsOf, failLoudly, settleAll, tableOf } from './measure-crowd';
import { hearReads } from './hear-reads';
import { runScript } from './run-script';
import { makeResidents, openBallot, settleCouncil, type Council } from './settle-council';
import { startHost, type Host } from './start-host';

const { communityId } = DEMO;
const FEW = 10;
const LASTS = 10 * MINUTE;

/** Read units of the page of a vote, by how many ballots it has, while it runs and when it is decided. */
export interface Pages {
  ballots: readonly [few: number, many: number];
  running: readonly [few: number, many: number];
  decided: readonly [few: number, many: number];
  /** Of the many: what was written, and what was counted. */
  cast: Counts;
  counted: Counts;
}

/** The page of each vote, read by one who voted in both; read twice, so that what stays in memory is there. */
const readPages = async (host: Host, council: Council, votes: readonly string[], last: () => number) => {
  const reader = council.residents[0];
  const units: number[] = [];
  for (const voteId of votes) {
    for (let turn = 0; turn < 2; turn += 1) await reader?.act(api.votes.readVote, { communityId, voteId });
    await host.idle();
    units.push(last());
  }
  return [units[0] ?? Number.NaN, units[1] ?? Number.NaN] as const;
};

/** A few vote by phone; the others' ballots, and the live figures of all, are written straight into the engine. */
const fillVote = async (host: Host, council: Council, voteId: string, count: number): Promise<Counts> => {
  await driveLoad(host.url, ballotsOf(council, voteId), 1, failLoudly);
  const cast = countsOf(council.residents.map((_, i) => CHOICES[i % CHOICES.length] ?? ''));
  const [endpoint, table] = [host.endpoint, tableOf(host, 'votes')];
  const asked = { endpoint, table, communityId, voteId, cast, count: count - council.residents.length };
  return runScript<Counts>('functions/measure-ballots.mjs', asked);
};

/** What a vote with ten ballots costs to look at, and what one with `many`. */
export const measurePages = async (cdkOut: string, many: number): Promise<Pages> => {
  const people = makeResidents(FEW);
  const { hear, last } = hearReads();
  const seed = { people: [...PEOPLE, ...people], present: true };
  const host = await startHost({ cdkOut, fast: true, verbose: true, unstreamed: 'votes', wechat: seed }, hear);
  try {
    const council = await settleCouncil(host, people);
    const votes = [(await openBallot(council, 0, LASTS)).voteId, (await openBallot(council, 1, LASTS)).voteId];
    const [few = '', full = ''] = votes;
    await fillVote(host, council, few, FEW);
    const cast = await fillVote(host, council, full, many);
    const running = await readPages(host, council, votes, last);
    const [, counted = { for: -1, against: -1, abstain: -1 }] = await settleAll(host, votes, LASTS);
    const decided = await readPages(host, council, votes, last);
    return { ballots: [FEW, many], running, decided, cast, counted };
  } finally {
    await host.stop();
  }
};
