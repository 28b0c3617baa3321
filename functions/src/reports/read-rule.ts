import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const readRule: Handle<'readRule'> = ({ communityId }, { repo }) => repo.settings.rule(communityId);

export const changeRule: Handle<'changeRule'> = async ({ communityId, ...rule }, ctx) => {
  const answer = { at: ctx.now.toISOString() };
  const event = { type: 'reports.rule-changed', subject: 'rule', data: { ...rule } };
  return (await commit(ctx, [ctx.repo.settings.ruleWrite(communityId, rule)], event, answer)) as typeof answer;
};
