import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { commit } from '../kernel/commit';
import { checkWords } from './check-words';
import type { Handle } from './repo';

export const readRule: Handle<'readRule'> = ({ communityId }, { repo }) => repo.settings.rule(communityId);

/** The community’s own word: nobody but it has verified the source. */
export const changeRule: Handle<'changeRule'> = async ({ communityId, source, ...rule }, ctx) => {
  const risky = await checkWords('微心愿办法', [source], ctx);
  if (risky) return risky;
  const answer = { at: ctx.now.toISOString() };
  const write = ctx.repo.settings.ruleWrite(communityId, {
    ...{ ...rule, source, sourceDate: dayInChina(ctx.now), verified: false },
  });
  const event = { type: 'wishes.rule-changed', subject: communityId, data: { ...rule } };
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
