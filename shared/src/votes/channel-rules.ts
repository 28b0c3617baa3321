import type { BallotChoice, BallotCounts } from './secret-rules';

/** What a worker read off a paper. `box`: a secret vote's paper went into the box unread; only that it was handed in is entered. */
export type PaperReading = BallotChoice | 'box';
/** What each worker entered, by person. Two who agree make it stand; nobody agrees with themselves. */
export type Readings<T extends string = PaperReading> = Readonly<Record<string, T>>;
/** `waiting`: one has entered. `differs`: both look at the paper a third time and enter it again, or a third person does. */
export type ReadingState = 'waiting' | 'differs' | 'agreed';

/** The readings with this one in the place of the person's earlier one, and what that makes of them. */
export const judgeReadings = <T extends string>(
  readings: Readings<T>,
  personId: string,
  reading: T,
): { readings: Readings<T>; state: ReadingState } => {
  const now = { ...readings, [personId]: reading };
  const others = Object.entries(now).filter(([id]) => id !== personId);
  if (others.some(([, other]) => other === reading)) return { readings: now, state: 'agreed' };
  return { readings: now, state: others.length === 0 ? 'waiting' : 'differs' };
};

/** What a worker may see of an entry: every reading once they differ, before that only their own, so that the second reads the paper and not the screen. */
export const shownReadings = <T extends string>(readings: Readings<T>, personId: string, state: ReadingState) =>
  Object.entries(readings)
    .filter(([id]) => state === 'differs' || id === personId)
    .map(([id, reading]) => ({ by: id, reading }));

/** What lay in the box of a secret vote, as text that two can agree on. */
export const boxText = ({ for: yes, against, abstain, invalid }: BallotCounts): string =>
  [yes, against, abstain, invalid].join('/');
export const boxOf = (text: string): BallotCounts => {
  const [yes = 0, against = 0, abstain = 0, invalid = 0] = text.split('/').map(Number);
  return { for: yes, against, abstain, invalid };
};
export const inBox = (counts: BallotCounts): number => counts.for + counts.against + counts.abstain + counts.invalid;

/** The papers of a box one by one. */
export const tallyBox = (counts: BallotCounts | undefined): BallotChoice[] =>
  (['for', 'against', 'abstain', 'invalid'] as const).flatMap((choice) =>
    Array.from({ length: counts?.[choice] ?? 0 }, () => choice),
  );

/** What may be entered for a named vote's paper, and for a secret one's. */
export const fitsVote = (reading: PaperReading, secret: boolean): boolean => (reading === 'box') === secret;

/** Characters of the code by which somebody without a phone agrees to be helped. */
export const HELP_CODE = 8;
