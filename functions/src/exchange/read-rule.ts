import { ruleAt } from '@gongzhi/shared/exchange/rules';
import type { Handle } from './repo';

/** A later version is told once it is the last word: one that another stands in place of never comes. */
export const readRule: Handle<'readRule'> = async ({ communityId }, { repo, now }) => {
  const versions = await repo.rules.versions(communityId);
  const holds = ruleAt(versions, now.toISOString());
  const [last] = versions;
  return { ...(holds ? { now: holds } : {}), ...(last && last !== holds ? { later: last } : {}) };
};
