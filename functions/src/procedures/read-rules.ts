import type { OwnNumbers } from '@gongzhi/shared/kernel/ways/definitions';
import type { Handle } from './repo';

/** `procedure/gate` → number, as a list. */
export const listOwn = (own: OwnNumbers) =>
  Object.entries(own)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, number]) => {
      const [procedureId = '', gateId = ''] = key.split('/');
      return { procedureId, gateId, number };
    });

export const readRules: Handle<'readRules'> = async ({ communityId }, { repo }) => {
  const rules = await repo.rules.read(communityId);
  return rules
    ? { version: rules.version, own: listOwn(rules.own), source: rules.source, at: rules.at }
    : { version: 0, own: [] };
};
