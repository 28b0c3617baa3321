import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** An invocation that was accepted: function, payload, and the queue for what it cannot handle. */
export interface Job {
  id: string;
  fn: string;
  event: unknown;
  onFailure: string | undefined;
}
export interface Journal {
  accept(job: Job): void;
  finish(id: string): void;
  /** Accepted before the last stop and not finished: each is due again. */
  unfinished: readonly Job[];
}
type Line = { accept: Job } | { finish: string };

const lineOf = (line: Line) => `${JSON.stringify(line)}\n`;

/** The last line may be cut where a power failure met it; what it said was never acknowledged. */
const parse = (text: string): Line[] => {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
};

const readUnfinished = (file: string): Job[] => {
  const jobs = new Map<string, Job>();
  for (const line of readFileSync(file, 'utf8').split('\n').flatMap(parse)) {
    if ('accept' in line) jobs.set(line.accept.id, line.accept);
    else jobs.delete(line.finish);
  }
  return [...jobs.values()];
};

/** What the bus has accepted and not yet delivered, so that a restart loses no event. Without `file` it is kept nowhere. */
export const keepJournal = (file: string | undefined): Journal => {
  if (!file) return { accept: () => undefined, finish: () => undefined, unfinished: [] };
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = existsSync(file) ? readUnfinished(file) : [];
  writeFileSync(file, unfinished.map((job) => lineOf({ accept: job })).join(''));
  let open = unfinished.length;
  return {
    unfinished,
    accept: (job) => {
      open += 1;
      appendFileSync(file, lineOf({ accept: job }));
    },
    finish: (id) => {
      open -= 1;
      if (open === 0) writeFileSync(file, '');
      else appendFileSync(file, lineOf({ finish: id }));
    },
  };
};
