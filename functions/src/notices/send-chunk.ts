import { setTimeout as wait } from 'node:timers/promises';
import { withOutcomes, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import type { Templates } from '@gongzhi/shared/kernel/templates';
import { SENDING, type Verdict } from '@gongzhi/shared/notices/sending';
import { Busy } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import type { Pages } from '../kernel/pages';
import type { CallWechat } from './call-wechat';
import { lookAtChunk, type Chance } from './look-at-chunk';
import type { SendItem } from './model';
import type { RaiseAlarm } from './raise-alarm';
import type { Repo } from './repo';
import type { Chunk } from './repo-sends';
import { sendBatch, type Sendable } from './send-batch';

/** What the sender is made of. `templates`: those of the deployment; without one nobody can be reached by it. */
export interface Sending {
  pages: Pages;
  repo: Repo;
  sends: Repo['sends'];
  ledger: Ledger;
  templates: Templates;
  call: CallWechat;
  clock: () => Date;
  /** Told of a record that will come again. */
  report: (error: Error) => void;
  /** Told of a sending that only a maintainer can bring on its way again. */
  raiseAlarm: RaiseAlarm;
  pause?: (ms: number) => Promise<unknown>;
}
/** How a chunk ended: everybody has an outcome; or it goes on later; or the whole sending ends or waits. */
export type Ended = { done: string } | Exclude<Verdict, { is: 'delivered' | 'notSubscribed' | 'refused' }>;

/** So many without an answer at once: WeChat is down, and whoever else is sent to becomes unclear as well. */
const BROKEN = 3;
const PAUSE_MS = 300;
const isSendable = (entry: [number, Chance]): entry is [number, Sendable['chance']] =>
  !('outcome' in entry[1]) && !('wait' in entry[1]);

/** The one verdict of several that concerns all that follow, the gravest first. */
const gravest = (verdicts: readonly Verdict[]): Exclude<Ended, { done: string }> | undefined => {
  for (const verdict of verdicts) if (verdict.is === 'stop' || verdict.is === 'held') return verdict;
  if (verdicts.some(({ is }) => is === 'tomorrow')) return { is: 'tomorrow' };
  return verdicts.filter(({ is }) => is === 'unclear').length >= BROKEN ? { is: 'unclear' } : undefined;
};

/** Writes outcomes over the chunk as it stands; what changed there meanwhile stays. @returns the chunk after it. @throws Busy */
const record = async ({ sends }: Sending, chunk: Chunk, sendId: string, outcomes: Map<number, Outcome>) => {
  let stands = chunk;
  for (let n = 0; n < 5; n += 1) {
    const open = new Map([...outcomes].filter(([place]) => stands.out[place] === '.'));
    const out = withOutcomes(stands.out, open);
    if (stands.base !== undefined) return stands;
    const whole = !out.includes('.');
    if (out === stands.out && !whole) return stands;
    if (await sends.setOut(stands, out, whole)) return { ...stands, out, ...(whole ? { base: out } : {}) };
    stands = (await sends.chunk(sendId, Number(chunk.sk))) ?? stands;
  }
  throw new Busy('chunk');
};

const knownIn = (chances: Map<number, Chance>): Map<number, Outcome> =>
  new Map([...chances].flatMap(([place, chance]) => ('outcome' in chance ? [[place, chance.outcome] as const] : [])));

/** Once over everybody of a chunk who waits: who has an outcome already first, then some at a time. */
const passOver = async (sending: Sending, job: SendItem, from: Chunk): Promise<{ chunk: Chunk; ended?: Ended }> => {
  const chances = await lookAtChunk(sending.pages, job, from, sending.clock());
  const sendable = [...chances].filter(isSendable).map(([place, chance]) => ({ place, chance }));
  let known = knownIn(chances);
  let chunk = from;
  for (let i = 0; i < sendable.length; i += SENDING.atOnce) {
    const batch = await sendBatch(sending, job, chunk, sendable.slice(i, i + SENDING.atOnce));
    chunk = await record(sending, chunk, job.sendId, new Map([...known, ...batch.outcomes]));
    known = new Map();
    const ended = gravest(batch.verdicts);
    if (ended) return { chunk, ended };
  }
  return { chunk: await record(sending, chunk, job.sendId, known) };
};

/** Nobody can be reached by a template the deployment does not have. */
const withoutTemplate = async (sending: Sending, job: SendItem, chunk: Chunk): Promise<Ended> => {
  const all = new Map(chunk.people.map((_, place) => [place, 'notSubscribed'] as const));
  const { base } = await record(sending, chunk, job.sendId, all);
  return base === undefined ? { is: 'later' } : { done: base };
};

/** As many passes as a run makes. */
const passes = async (sending: Sending, job: SendItem, from: Chunk): Promise<Ended> => {
  let chunk = from;
  for (let pass = 1; pass <= SENDING.passes; pass += 1) {
    if (pass > 1) await (sending.pause ?? wait)(PAUSE_MS * (pass - 1));
    const { chunk: after, ended } = await passOver(sending, job, chunk);
    if (after.base !== undefined) return { done: after.base };
    if (ended) return ended;
    chunk = after;
  }
  return { is: 'later' };
};

/**
 * Sends what is left of the chunk the job stands at. Whoever was claimed by a run that died is not sent to again. What was
 * busy is tried a few times within the run, and later after it.
 */
export const sendChunk = async (sending: Sending, job: SendItem): Promise<Ended> => {
  const chunk = await sending.sends.chunk(job.sendId, job.next);
  if (!chunk) throw new Error('a chunk that is not there');
  if (chunk.base !== undefined) return { done: chunk.base };
  return sending.templates[job.template] ? passes(sending, job, chunk) : withoutTemplate(sending, job, chunk);
};
