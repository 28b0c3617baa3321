import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { isLost, type Lost } from '../kernel/commit';
import type { Deps } from './repo';
import type { BallotItem } from './repo-ballots';
import type { VoteItem } from './repo-votes';

/** Whether proxies of a vote may change now: only where the rule allows any, and before the end. */
export const mayProxy = (vote: VoteItem, now: Date): Refusal<'PROXY_NOT_ALLOWED' | 'CLOSED'> | undefined => {
  if (vote.rule.proxiesPerAgent === 0) return refuse('PROXY_NOT_ALLOWED');
  return now.getTime() < new Date(vote.closesAt).getTime() ? undefined : refuse('CLOSED');
};

type Named = { communityId: string; vote: VoteItem; unitId: string; agent: string };

/** What names an agent: the ballot, and the agent's own list, each under its condition. */
export const nameAgent = ({ repo }: Pick<Deps, 'repo'>, { communityId, vote, unitId, agent }: Named) => [
  repo.ballots.nameAgentWrite(communityId, vote.sk, unitId, agent),
  repo.proxies.addWrite({ communityId, voteId: vote.sk, agent }, unitId, vote.rule.proxiesPerAgent),
];

type NotNamed = Refusal<'PROXY_LIMIT' | 'HOUSEHOLD_VOTED' | 'PROXY_GIVEN'>;
/** Why naming an agent was lost, as it is told. */
export const lostNaming = ({ lost, item }: Lost, { rule }: VoteItem): NotNamed => {
  if (lost === 'AGENT') return refuse('PROXY_LIMIT', { most: rule.proxiesPerAgent });
  return (item as Partial<BallotItem> | undefined)?.casts === undefined
    ? refuse('PROXY_GIVEN')
    : refuse('HOUSEHOLD_VOTED');
};

/** The answer of a commit that names an agent, or why it did not. */
export const namedOr = <A>(done: A | Lost, vote: VoteItem): A | NotNamed =>
  isLost(done) ? lostNaming(done, vote) : done;
