import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Choice } from './model';

/** What a ballot may say. `invalid`: a paper that could not be read as any choice; no phone can send it. */
export type BallotChoice = Choice | 'invalid';
export type BallotCounts = Record<BallotChoice, number>;

/** How a unit took part. `assisted`: a worker entered it and the resident confirmed. `paper`: two workers entered it and agreed. */
export const CHANNELS = ['app', 'assisted', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is kept of a unit that took part in a secret vote: never what it chose, who pressed the button or when. */
export interface Mark {
  /** Hash of the receipt's code, made on the phone. */
  mark: string;
  channel: Channel;
}

/** What fills a request up to the length of the longest choice. */
export const padOf = (choice: Choice): string => '0'.repeat('abstain'.length - choice.length);

export const tallyBallots = (ballots: Iterable<BallotChoice>): BallotCounts => {
  const counts = { for: 0, against: 0, abstain: 0, invalid: 0 };
  for (const choice of ballots) counts[choice] += 1;
  return counts;
};

/** Below this many who took part, a secret vote shows neither who they are nor how many votes each choice has: with two, each knows the other's. */
export const FEWEST_SHOWN = 3;
const enough = (taken: number): boolean => taken === 0 || taken >= FEWEST_SHOWN;

/**
 * Whether the choices of a secret vote may be shown, by how many took part by each way. Whoever counted the box knows its
 * papers: what was cast beside them must not be so few that taking the box off the total tells whose they are.
 */
export const mayShow = ({ paper = 0, ...cast }: Readonly<Record<string, number>>): boolean =>
  enough(paper + sumOf(cast)) && (paper === 0 || enough(sumOf(cast)));

/** How many took part, by whichever way. */
export const sumOf = (channels: Readonly<Record<string, number>>): number =>
  Object.values(channels).reduce((sum, n) => sum + n, 0);

const VOTED = { app: 'HOUSEHOLD_VOTED', assisted: 'VOTED_ASSISTED', paper: 'VOTED_ON_PAPER' } as const;

/** What somebody hears whose household's mark is another's: whether it was by phone, with help, or on paper. */
export const alreadyMarked = ({
  channel,
}: Pick<Mark, 'channel'>): Refusal<'HOUSEHOLD_VOTED' | 'VOTED_ASSISTED' | 'VOTED_ON_PAPER'> => refuse(VOTED[channel]);
