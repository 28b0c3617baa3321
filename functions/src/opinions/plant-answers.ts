import type { Cell, Row } from './place-people';
import { seedRandom } from './seed-random';

export interface Plan {
  seed: number;
  people: number;
  statements: number;
  groups: number;
  /** Share of answers that are not the group's own. */
  noise?: number;
  /** Share of statements a person does not answer. */
  missing?: number;
  /** The first so many statements every group agrees with; on the others the second group then holds the opposite of the first. */
  bridges?: number;
}

/** Answers of people whose groups are known, for tests: `truth` is the group each row was planted in. */
export const plantAnswers = (plan: Plan): { rows: Row[]; truth: number[] } => {
  const { seed, people, statements, groups, noise = 0.1, missing = 0.2, bridges = 0 } = plan;
  const random = seedRandom(seed);
  const first = Array.from({ length: statements }, (): 1 | -1 => (random() < 0.5 ? 1 : -1));
  const viewOf = (group: number, i: number): 1 | -1 => {
    if (i < bridges) return 1;
    if (bridges > 0 && group === 1) return first[i] === 1 ? -1 : 1;
    return group === 0 ? (first[i] ?? 1) : random() < 0.5 ? 1 : -1;
  };
  const views = Array.from({ length: groups }, (_g, group) => first.map((_, i) => viewOf(group, i)));
  const truth = Array.from({ length: people }, (_, i) => i % groups);
  const answer = (view: 1 | -1): Cell => {
    if (random() < missing) return undefined;
    return random() >= noise ? view : random() < 0.5 ? 0 : view === 1 ? -1 : 1;
  };
  const rows = truth.map((group) => (views[group] ?? []).map(answer));
  return { rows, truth };
};

/** Answers in which nobody's depend on anybody's: each statement has a share of agreement of its own. */
export const scatterAnswers = ({ seed, people, statements, missing = 0.2 }: Omit<Plan, 'groups'>): Row[] => {
  const random = seedRandom(seed);
  const liked = Array.from({ length: statements }, () => random());
  return Array.from({ length: people }, () =>
    liked.map((share): Cell => (random() < missing ? undefined : random() < 0.15 ? 0 : random() < share ? 1 : -1)),
  );
};
