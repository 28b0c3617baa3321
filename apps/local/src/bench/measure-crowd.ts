import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Counts } from '@gongzhi/shared/votes/model';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/votes/rules';
import { api, signIn } from '../demo/api';
import { DEMO, PEOPLE, type DemoPerson } from '../demo/people';
import { driveLoad, type Sample } from './drive-load';
import { runScript } from './run-script';
import { ballotsOf, CHOICES } from './ballots-of';
import { inParallel, makeResidents, openBallot, settleCouncil, type Council } from './settle-council';
import { startHost, type Host } from './start-host';

const { communityId } = DEMO;
const FEW = 10;
/** Long enough for ten thousand to vote and for a hundred thousand ballots to be written and counted along. */
const LASTS = 5 * MINUTE;

/** What came of a whole community voting at once. */
export interface Crowd {
  households: number;
  /** Until everybody has signed in and is a resident. */
  settledSeconds: number;
  voting: Sample;
  cast: Counts;
  counted: Counts;
  /** Read units of the page of a vote, by how many ballots it has, while it runs and when it is decided. */
  ballots: readonly [few: number, many: number];
  running: readonly [few: number, many: number];
  decided: readonly [few: number, many: number];
}

interface Line {
  route?: string;
  status?: number;
  readUnits?: number;
}
/** Hears what reading a vote cost last. */
const hearReads = () => {
  let units = Number.NaN;
  const hear = (text: string) => {
    if (!text.includes('"readVote"')) return;
    const { route, status, readUnits } = JSON.parse(text) as Line;
    if (route === 'readVote' && status === 200) units = readUnits ?? Number.NaN;
  };
  return { hear, last: () => units };
};

const countsOf = (choices: readonly string[]): Counts => {
  const of = (wanted: string) => choices.filter((choice) => choice === wanted).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
};

/** The page of each vote, read by one who voted in both; read twice, so that what stays in memory is there. */
const readPages = async (host: Host, council: Council, votes: readonly [string, string], last: () => number) => {
  const reader = council.residents[0];
  const units: number[] = [];
  for (const voteId of votes) {
    for (let turn = 0; turn < 2; turn += 1) await reader?.act(api.votes.readVote, { communityId, voteId });
    await host.idle();
    units.push(last());
  }
  return [units[0] ?? Number.NaN, units[1] ?? Number.NaN] as const;
};

const settle = async (council: Council, voteId: string): Promise<Counts> => {
  await council.chair.act(api.votes.settleVote, { communityId, voteId });
  const { result } = await council.chair.act(api.votes.readVote, { communityId, voteId });
  if (!result) throw new Error(`no result of ${voteId}`);
  return result.counts;
};

const fail = (answer: string) => console.error(answer.split('\r\n')[0], answer.split('\r\n\r\n')[1]);

const tableOf = ({ tables }: Host, slice: string) =>
  tables.find(({ name }) => name.toLowerCase().includes(slice))?.name;

const fillVote = (host: Host, voteId: string, count: number): Promise<Counts> => {
  const [endpoint, table] = [host.endpoint, tableOf(host, 'votes')];
  return runScript<Counts>('functions/measure-ballots.mjs', { endpoint, table, communityId, voteId, count });
};

/** Everybody signs in as a phone does; consent and membership, eight requests each, are written straight into the engine. */
const settleMany = async (host: Host, people: readonly DemoPerson[]): Promise<Council> => {
  const council = await settleCouncil(host, [], people);
  const residents = await inParallel(people, ({ key }) => signIn(host.url, key, []), 16);
  await runScript<number>('functions/measure-residents.mjs', {
    endpoint: host.endpoint,
    identity: tableOf(host, 'identity'),
    directory: tableOf(host, 'directory'),
    communityId,
    people: residents.map(({ personId }) => personId),
  });
  return { ...council, residents };
};

const voteTogether = async (host: Host, council: Council, many: number, last: () => number) => {
  const open = async (turn: number) => (await openBallot(council, turn, LASTS)).voteId;
  const [all, few, full] = [await open(0), await open(1), await open(2)];
  const closed = Date.now() + LASTS + SETTLE_MARGIN_MS + 1_000;
  const wanted = ballotsOf(council, all);
  const voting = await driveLoad(host.url, wanted, 16, fail);
  const some = { ...council, residents: council.residents.slice(0, FEW) };
  for (const voteId of [few, full]) await driveLoad(host.url, ballotsOf(some, voteId), 1, fail);
  await fillVote(host, full, many - FEW);
  await host.idle();
  const running = await readPages(host, council, [few, full], last);
  const cast = countsOf(council.residents.map((_, i) => CHOICES[i % CHOICES.length] ?? ''));
  return { voting, cast, running, closed, all, few, full };
};

/**
 * A community of so many households votes through the whole local stack, and beside it one vote gets `many` ballots
 * written straight into the engine. `meanwhile` runs while the votes come to their end.
 */
export const measureCrowd = async (
  cdkOut: string,
  { households, many }: { households: number; many: number },
  meanwhile: () => Promise<unknown>,
): Promise<Crowd> => {
  const people = makeResidents(households);
  const { hear, last } = hearReads();
  const seed = { people: [...PEOPLE, ...people], present: true };
  const host = await startHost({ cdkOut, fast: true, verbose: true, wechat: seed }, hear);
  try {
    const started = performance.now();
    const council = await settleMany(host, people);
    const settledSeconds = (performance.now() - started) / 1_000;
    const { voting, cast, running, closed, all, few, full } = await voteTogether(host, council, many, last);
    await meanwhile();
    await wait(Math.max(0, closed - Date.now()));
    const counted = await settle(council, all);
    for (const voteId of [few, full]) await settle(council, voteId);
    const decided = await readPages(host, council, [few, full], last);
    return { households, settledSeconds, voting, cast, counted, ballots: [FEW, many], running, decided };
  } finally {
    await host.stop();
  }
};
