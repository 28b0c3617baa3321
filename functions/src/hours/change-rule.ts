import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const changeRule: Handle<'changeRule'> = async ({ communityId, ...rule }, ctx) => {
  const at = ctx.now.toISOString();
  const event = { type: 'hours.rule-changed', subject: communityId, data: rule };
  return (await commit(ctx, [ctx.repo.settings.changeWrite(communityId, rule)], event, { at })) as { at: string };
};
