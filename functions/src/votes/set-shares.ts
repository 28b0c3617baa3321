import { refuse } from '@gongzhi/shared/kernel/refusals';
import { CONFIGURABLE } from '@gongzhi/shared/votes/own-shares';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

/** Sets a community's own fractions for votes opened from now on; those that are open keep the rule they were opened under. */
export const setShares: Handle<'setShares'> = async ({ communityId, ruleId, ...own }, ctx) => {
  if (!CONFIGURABLE.includes(ruleId)) return refuse('RULE_UNKNOWN');
  const at = ctx.now.toISOString();
  const { quorum, pass } = own;
  const data = { ruleId, quorumNum: quorum.num, quorumDen: quorum.den, passNum: pass.num, passDen: pass.den };
  const event = { type: 'votes.shares-set', subject: communityId, data };
  const writes = ctx.repo.rules.sharesWrites(communityId, ruleId, { ...own, setAt: at });
  const done = await commit(ctx, writes, event, { ruleId, at });
  return 'lost' in done ? refuse('RULE_UNKNOWN') : done;
};
