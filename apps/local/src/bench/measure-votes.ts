import { PEOPLE } from '../demo/people';
import { ballotsOf } from './ballots-of';
import { driveLoad, type Sample, type Wanted } from './drive-load';
import { startHost, type Host } from './start-host';
import { startPuts, type Puts } from './start-puts';
import { makeResidents, openBallot, settleCouncil, type Council } from './settle-council';

const VOTERS = 300;
const ROUNDS = 5;

/** One engine's figures: the whole stack at 1 and 16 connections, the raw engine beside it, and their ratio round by round. */
export interface Votes {
  one: Sample;
  sixteen: Sample;
  raw: Sample;
  ratios: number[];
}

/** Several samples as one. */
const joined = (samples: readonly Sample[]): Sample => {
  const middle = (pick: (sample: Sample) => number) =>
    samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
  const sum = (pick: (sample: Sample) => number) => samples.reduce((total, sample) => total + pick(sample), 0);
  return {
    count: sum((s) => s.count),
    errors: sum((s) => s.errors),
    seconds: sum((s) => s.seconds),
    perSecond: middle((s) => s.perSecond),
    p50: middle((s) => s.p50),
    p99: middle((s) => s.p99),
    cpuUs: middle((s) => s.cpuUs),
  };
};

/** Raw puts and votes take turns, so that whatever else this computer does weighs on both. */
const takeTurns = async (host: Host, puts: Puts, council: Council): Promise<Votes> => {
  const fail = (answer: string) => console.error(answer.split('\r\n')[0], answer.split('\r\n\r\n')[1]);
  const vote = async (turn: number) => ballotsOf(council, (await openBallot(council, turn)).voteId);
  const votes: Wanted[][] = [];
  for (let turn = 0; turn < 2 * ROUNDS + 3; turn += 1) votes.push(await vote(turn));
  /** Votes, and the processor time the cloud's own process took for them until their turnout was counted. */
  const cast = async (wanted: Wanted[], connections: number): Promise<Sample> => {
    await host.idle();
    const before = await host.cpu();
    const sample = await driveLoad(host.url, wanted, connections, fail);
    await host.idle();
    return { ...sample, cpuUs: ((await host.cpu()) - before) / wanted.length };
  };
  const take = (count: number) => votes.splice(0, count).flat();
  await puts.run(2 * VOTERS, 16);
  await cast(take(2), 16);
  const one = await cast(take(1), 1);
  const [raw, sixteen]: [Sample[], Sample[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(await puts.run(2 * VOTERS, 16));
    sixteen.push(await cast(take(2), 16));
  }
  const ratios = sixteen.map(({ perSecond }, i) => perSecond / (raw[i]?.perSecond ?? 1));
  return { one, sixteen: joined(sixteen), raw: joined(raw), ratios };
};

/** Votes through the whole local stack on one engine: in memory, or on disk in `dir`. */
export const measureVotes = async (options: { dir?: string; cdkOut: string; processes: number }): Promise<Votes> => {
  const people = makeResidents(VOTERS);
  const host = await startHost({ ...options, wechat: { people: [...PEOPLE, ...people], present: true } }, (line) =>
    console.error(line),
  );
  try {
    const council = await settleCouncil(host, people);
    const puts = await startPuts(host);
    try {
      return await takeTurns(host, puts, council);
    } finally {
      puts.end();
    }
  } finally {
    await host.stop();
  }
};
