import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Letter {
  /** ARN of the queue; nothing when the template names none and AWS would drop it. */
  queue: string | undefined;
  at: string;
  body: unknown;
}
export interface Letters {
  add(queue: string | undefined, body: unknown): void;
  list(): readonly Letter[];
}

const readLines = (file: string): Letter[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Letter);

/** Dead-letter queues: what nobody could handle, oldest first, one JSON line each in `file`. `tell` is called for each new one. */
export const keepLetters = (file: string | undefined, tell: (letter: Letter) => void): Letters => {
  const letters = file && existsSync(file) ? readLines(file) : [];
  if (file) mkdirSync(dirname(file), { recursive: true });
  return {
    list: () => letters,
    add: (queue, body) => {
      const letter = { queue, at: new Date().toISOString(), body };
      letters.push(letter);
      if (file) appendFileSync(file, `${JSON.stringify(letter)}\n`);
      tell(letter);
    },
  };
};
