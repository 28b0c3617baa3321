import { MOST_SETTINGS } from '@gongzhi/shared/votes/contract-rules';
import { CONFIGURABLE, withShares } from '@gongzhi/shared/votes/own-shares';
import { RULES } from '@gongzhi/shared/votes/rule-sets';
import type { Handle } from './repo';

/** By what a vote opened now would be decided, for everybody to read. */
export const readRules: Handle<'readRules'> = async ({ communityId }, { repo }) => ({
  items: await Promise.all(
    Object.values(RULES).map(async (rule) => {
      const configurable = CONFIGURABLE.includes(rule.ruleId);
      const settings = configurable ? await repo.rules.settings(communityId, rule.ruleId, MOST_SETTINGS) : [];
      return {
        rule: withShares(rule, settings[0]),
        configurable,
        settings: settings.map(({ quorum, pass, source, adoptedOn, setAt }) => ({
          quorum,
          pass,
          source,
          adoptedOn,
          setAt,
        })),
      };
    }),
  ),
});
