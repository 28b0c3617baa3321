import { api } from '../demo/api';
import { DEMO } from '../demo/people';
import type { Wanted } from './drive-load';
import type { Council } from './settle-council';

export const CHOICES = ['for', 'for', 'against', 'abstain'] as const;

/** The ballot of every resident in one vote. */
export const ballotsOf = ({ residents }: Council, voteId: string): Wanted[] =>
  residents.map(({ token }, i) => ({
    token,
    path: api.votes.castVote.path.replace('{communityId}', DEMO.communityId).replace('{voteId}', voteId),
    body: { choice: CHOICES[i % CHOICES.length] },
  }));
