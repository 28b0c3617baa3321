import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';

/** What the councils table says of a matter, as far as opinions need it. */
export interface MatterStanding {
  closesAt?: string | undefined;
  settledAt?: string | undefined;
  mergedInto?: string | undefined;
  splitInto?: readonly string[] | undefined;
}

/** Whether statements and answers are open: as long as the matter is discussed, to the end of its vote. The closing instant is closed. */
export const isOpen = ({ closesAt, settledAt, mergedInto, splitInto }: MatterStanding, now: Date): boolean => {
  if (settledAt ?? mergedInto ?? splitInto) return false;
  return closesAt === undefined || now.getTime() < new Date(closesAt).getTime();
};

export const mayAnswer = (
  matter: MatterStanding | undefined,
  now: Date,
): Refusal<'NOT_FOUND' | 'NOT_DISCUSSING'> | undefined => {
  if (!matter) return refuse('NOT_FOUND');
  return isOpen(matter, now) ? undefined : refuse('NOT_DISCUSSING');
};

/** What is known of a statement when the next one is drawn. `pull`: how far it pulls people apart, 0 to 1, as last computed. */
export interface Candidate {
  agree: number;
  disagree: number;
  pass: number;
  pull: number;
}

/**
 * How much a statement wants to be asked: relevance × exploration, squared.
 * Relevance: (1 − share of passes) × (1 + pull): what people have a view on, and more so what tells them apart.
 * Exploration: 1 + 8 × 2^(−answers ÷ 5): a statement nobody has answered counts nine times, after ten answers three
 * times, after thirty as any other. The form is Polis' comment routing; its factor for agreement is left out, because
 * it would ask less often about what few agree with, and few may be right.
 */
export const priorityOf = ({ agree, disagree, pass, pull }: Candidate): number => {
  const answers = agree + disagree + pass;
  const relevance = (1 - (pass + 1) / (answers + 2)) * (1 + pull);
  return (relevance * (1 + 8 * 2 ** (-answers / 5))) ** 2;
};

/** Draws one by priority; `chance` in [0, 1). Undefined where there is none. */
export const drawStatement = <T extends Candidate>(candidates: readonly T[], chance: number): T | undefined => {
  const weights = candidates.map(priorityOf);
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, candidate] of candidates.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return candidate;
  }
  return candidates.at(-1);
};

/** The newest statements are always among those drawn from, the others by lot. */
export const NEWEST = 10;
export const BY_LOT = 10;

/**
 * Numbers of statements to draw the next one from: the ten newest not answered and ten of the older ones by lot. Reading
 * twenty costs the same however many there are, and a statement that was added late is asked about at once.
 */
export const candidatesOf = (total: number, answered: ReadonlySet<number>, random: () => number): number[] => {
  const newest: number[] = [];
  let at = total - 1;
  for (; at >= 0 && newest.length < NEWEST; at -= 1) if (!answered.has(at)) newest.push(at);
  const older = Array.from({ length: at + 1 }, (_, no) => no).filter((no) => !answered.has(no));
  const lot = Array.from({ length: Math.min(BY_LOT, older.length) }, () => {
    const [picked] = older.splice(Math.floor(random() * older.length), 1);
    return picked ?? 0;
  });
  return [...newest, ...lot];
};
