import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Counts } from '@gongzhi/shared/votes/model';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/votes/rules';
import { api, signIn } from '../demo/api';
import { DEMO, PEOPLE, type DemoPerson } from '../demo/people';
import { driveLoad, type Sample } from './drive-load';
import { runScript } from './run-script';
import { ballotsOf, CHOICES } from './ballots-of';
import { inParallel } from './in-parallel';
import { makeResidents, openBallot, settleCouncil, type Council } from './settle-council';
import { startHost, type Host } from './start-host';

const { communityId } = DEMO;
/** What a community has to vote in; its end is then come to by the functions' clock. */
const LASTS = 10 * MINUTE;

/** What came of a whole community voting at once. */
export interface Crowd {
  households: number;
  /** Until everybody has signed in and is a resident. */
  settledSeconds: number;
  voting: Sample;
  cast: Counts;
  counted: Counts;
}

export const countsOf = (choices: readonly string[]): Counts => {
  const of = (wanted: string) => choices.filter((choice) => choice === wanted).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
};
export const tableOf = ({ tables }: Host, slice: string) =>
  tables.find(({ name }) => name.toLowerCase().includes(slice))?.name;
export const failLoudly = (answer: string) => console.error(answer.split('\r\n')[0], answer.split('\r\n\r\n')[1]);

/** The end of votes that last so long is come to, and the chair, who signs in then, settles them; resolves to what was counted. */
export const settleAll = async (host: Host, votes: readonly string[], lastsMs: number) => {
  await host.setAhead(lastsMs + SETTLE_MARGIN_MS + 1_000);
  const chair = await signIn(host.url, 'chair', []);
  const counted: Counts[] = [];
  for (const voteId of votes) {
    await chair.act(api.votes.settleVote, { communityId, voteId });
    const { result } = await chair.act(api.votes.readVote, { communityId, voteId });
    if (!result) throw new Error(`no result of ${voteId}`);
    counted.push(result.counts);
  }
  return counted;
};

/** Everybody signs in as a phone does; consent and membership, eight requests each, are written straight into the engine. */
export const settleMany = async (host: Host, people: readonly DemoPerson[], width = 16): Promise<Council> => {
  const council = await settleCouncil(host, [], people);
  const residents = await inParallel(people, ({ key }) => signIn(host.url, key, []), width);
  await runScript<number>('functions/measure-residents.mjs', {
    endpoint: host.endpoint,
    identity: tableOf(host, 'identity'),
    directory: tableOf(host, 'directory'),
    communityId,
    people: residents.map(({ personId }) => personId),
  });
  return { ...council, residents };
};

/** A community of so many households votes through the whole local stack, and what is counted is held against what they cast. */
export const measureCrowd = async (cdkOut: string, households: number): Promise<Crowd> => {
  const people = makeResidents(households);
  const seed = { people: [...PEOPLE, ...people], present: true };
  const host = await startHost({ cdkOut, fast: true, wechat: seed }, () => undefined);
  try {
    const started = performance.now();
    const council = await settleMany(host, people);
    const settledSeconds = (performance.now() - started) / 1_000;
    const { voteId } = await openBallot(council, 0, LASTS);
    const voting = await driveLoad(host.url, ballotsOf(council, voteId), 16, failLoudly);
    await host.idle();
    const cast = countsOf(council.residents.map((_, i) => CHOICES[i % CHOICES.length] ?? ''));
    const [counted = { for: -1, against: -1, abstain: -1 }] = await settleAll(host, [voteId], LASTS);
    return { households, settledSeconds, voting, cast, counted };
  } finally {
    await host.stop();
  }
};
