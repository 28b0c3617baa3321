import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Caller } from '../kernel/caller';
import type { Handle } from './repo';

const mayRead = (state: string, authorId: string, caller: Caller | undefined) =>
  state === 'published' || caller?.personId === authorId || (caller?.roles.includes('worker') ?? false);

/** One that waits or was refused is there only for its author and the workers; to others it does not exist. */
export const readProposal: Handle<'readProposal'> = async ({ communityId, proposalId }, { repo, caller, now }) => {
  const whole = await repo.proposals.whole(communityId, proposalId, caller?.personId);
  if (!whole) return refuse('NOT_FOUND');
  const { text, lookup, supported, decided } = whole;
  const head = repo.proposals.headIn(lookup, { communityId, proposalId }, text, now);
  if (!mayRead(head.state, text.authorId, caller)) return refuse('NOT_FOUND');
  return {
    ...head,
    grounds: text.grounds,
    recommendations: text.recommendations,
    ...(decided?.reason ? { reason: decided.reason } : {}),
    mine: { author: caller?.personId === text.authorId, supported },
  };
};
