import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const setDuties: Handle<'setDuties'> = async ({ streetId, items }, ctx) => {
  const { repo, now } = ctx;
  const version = ((await repo.duties.last(streetId))?.version ?? 0) + 1;
  const at = now.toISOString();
  const event = { type: 'scorecards.duties-set', subject: streetId, data: { version, items: items.length } };
  const write = repo.duties.addWrite(streetId, { version, setAt: at, items });
  const done = await commit(ctx, [write], event, { version, at });
  return isLost(done) ? recallAnswer(ctx, refuse('STALE')) : done;
};
