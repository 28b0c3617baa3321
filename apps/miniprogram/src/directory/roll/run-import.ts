import type { RollRow, RowOutcome } from '@gongzhi/shared/directory/model';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import type { Outcome } from '../../kernel/answer-of';
import type { Tally } from './model';

/** An import under way. Each chunk keeps its key, so sending it again after a lost answer counts it once. */
export interface Job {
  chunks: readonly { rows: readonly RollRow[]; key: string }[];
  /** Chunks answered so far, from the first. */
  answered: number;
  tally: Tally;
}
/** Why it stopped before the end, in a sentence. */
export interface Stopped {
  failure?: string;
}

export const startJob = (rows: readonly RollRow[], newKey: () => string): Job => ({
  chunks: inChunks(rows).map((chunk) => ({ rows: chunk, key: newKey() })),
  answered: 0,
  tally: { added: 0, changed: 0, same: 0 },
});

const sum = (chunks: Job['chunks']): number => chunks.reduce((count, { rows }) => count + rows.length, 0);
export const householdsOf = ({ chunks }: Job): number => sum(chunks);
export const importedOf = ({ chunks, answered }: Job): number => sum(chunks.slice(0, answered));

/** Somebody changed the same households at this moment: the same request is good a moment later. */
const ATTEMPTS = 3;
const isPassing = <T>(outcome: Outcome<T>): boolean => !outcome.ok && outcome.refused === 'STALE';
const insist = async <T>(send: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
  let outcome = await send();
  for (let i = 1; i < ATTEMPTS && isPassing(outcome); i += 1) outcome = await send();
  return outcome;
};

export interface ImportParts {
  send: (rows: readonly RollRow[], key: string) => Promise<Outcome<Tally>>;
  /** Told after each chunk; `false` stops (the page is gone). */
  told: (job: Job) => boolean;
}
/** Sends the chunks that are not answered yet, one after another, until the end or the first that fails. */
export const runJob = async (from: Job, { send, told }: ImportParts): Promise<Job & Stopped> => {
  let job = from;
  for (const { rows, key } of from.chunks.slice(from.answered)) {
    const outcome = await insist(() => send(rows, key));
    if (!outcome.ok) return { ...job, failure: outcome.says };
    const { added, changed, same } = outcome.value;
    const { tally } = job;
    job = {
      ...job,
      answered: job.answered + 1,
      tally: { added: tally.added + added, changed: tally.changed + changed, same: tally.same + same },
    };
    if (!told(job)) return job;
  }
  return job;
};

/** Questions asked at once; WeChat allows ten requests. */
const AT_ONCE = 3;
export interface CompareParts {
  ask: (rows: readonly RollRow[]) => Promise<Outcome<{ outcomes: readonly RowOutcome[] }>>;
  told: (outcomes: readonly RowOutcome[]) => boolean;
}
/** What importing would do to each row, in the rows' order, going on after those already known. */
export const compareRows = async (
  rows: readonly RollRow[],
  known: readonly RowOutcome[],
  { ask, told }: CompareParts,
): Promise<{ outcomes: readonly RowOutcome[] } & Stopped> => {
  const chunks = inChunks(rows.slice(known.length));
  let outcomes = known;
  for (let at = 0; at < chunks.length; at += AT_ONCE) {
    const answers = await Promise.all(chunks.slice(at, at + AT_ONCE).map(ask));
    for (const answer of answers) {
      if (!answer.ok) return { outcomes, failure: answer.says };
      outcomes = [...outcomes, ...answer.value.outcomes];
    }
    if (!told(outcomes)) break;
  }
  return { outcomes };
};
