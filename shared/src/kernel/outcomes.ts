/**
 * What became of a message to one person over WeChat. Everybody named here was told in the app as well.
 * `waiting`: not sent yet. `unclear`: sent, perhaps; WeChat gave no answer, and its push may still say. `uncertain`: it never did.
 */
export const OUTCOMES = {
  waiting: '等待发送',
  delivered: '微信已送达',
  notSubscribed: '没有可用的微信订阅',
  refused: '在微信里关闭了',
  appOnly: '选了只在小程序里看',
  unclear: '等微信回音',
  uncertain: '不确定是否送达',
} as const;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

/** One letter each, so that twenty people’s outcomes lie in one write unit. */
const LETTERS: Readonly<Record<Outcome, string>> = {
  ...{ waiting: '.', delivered: 'd', notSubscribed: 'n', refused: 'r', appOnly: 'o', unclear: 'u', uncertain: 'x' },
};
const NAMES = new Map(OUTCOME_NAMES.map((name) => [LETTERS[name], name]));

export const letterOf = (outcome: Outcome): string => LETTERS[outcome];
/** @throws for a letter that stands for nothing */
export const outcomeOf = (letter: string): Outcome => {
  const name = NAMES.get(letter);
  if (!name) throw new Error('an outcome that stands for nothing');
  return name;
};
/** The outcomes of so many people of whom nothing is known. */
export const nothingYet = (people: number): string => LETTERS.waiting.repeat(people);
/** `letters` with those of some places replaced. */
export const withOutcomes = (letters: string, changes: ReadonlyMap<number, Outcome>): string =>
  [...letters].map((letter, i) => (changes.has(i) ? LETTERS[changes.get(i) ?? 'waiting'] : letter)).join('');

export type Counts = Record<Exclude<Outcome, 'waiting'>, number>;
/** Those that are counted: who still waits is what is left of those told. */
export const COUNTED = OUTCOME_NAMES.filter((name): name is keyof Counts => name !== 'waiting');
/** How many of each, of a row of letters. */
export const countsOf = (letters: string): Counts =>
  Object.fromEntries(COUNTED.map((name) => [name, letters.split(LETTERS[name]).length - 1])) as Counts;
