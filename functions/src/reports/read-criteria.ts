import { refuse } from '@gongzhi/shared/kernel/refusals';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { commit, isLost } from '../kernel/commit';
import { checkSaid } from './check-said';
import type { Handle } from './repo';

export const readCriteria: Handle<'readCriteria'> = ({ communityId }, { repo }) => repo.settings.criteria(communityId);

/** What is set by the community is its own word: nobody but it has verified the source. */
export const setCriteria: Handle<'setCriteria'> = async ({ communityId, items, source }, ctx) => {
  const text = [source, ...items.flatMap(({ title, asks }) => [title, asks])].join('\n');
  const risky = await checkSaid('评议标准', text, ctx);
  if (risky) return risky;
  const { version: before } = await ctx.repo.settings.criteria(communityId);
  const version = before + 1;
  const criteria = { version, items, source, sourceDate: dayInChina(ctx.now), verified: false };
  const write = ctx.repo.settings.criteriaWrite(communityId, criteria);
  const event = { type: 'reports.criteria-set', subject: 'criteria', data: { version, count: items.length } };
  const done = await commit(ctx, [write], event, { version, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('STALE') : done;
};
