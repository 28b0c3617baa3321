import { mayHoldFrom } from '@gongzhi/shared/exchange/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const setRule: Handle<'setRule'> = async ({ communityId, ...rule }, ctx) => {
  const { repo, now } = ctx;
  const no = mayHoldFrom(rule, now);
  if (no) return no;
  const [last] = await repo.rules.versions(communityId);
  const version = (last?.version ?? 0) + 1;
  const at = now.toISOString();
  const event = { type: 'exchange.rule-set', subject: communityId, data: { version, ...rule } };
  const done = await commit(ctx, [repo.rules.addWrite(communityId, { ...rule, version, setAt: at })], event, {
    version,
    at,
  });
  return isLost(done) ? recallAnswer(ctx, refuse('STALE')) : done;
};
