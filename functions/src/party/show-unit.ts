import type * as z from 'zod/mini';
import type { AsUnit } from '@gongzhi/shared/party/model';
import { stateAt } from '@gongzhi/shared/party/rules';
import { endsSoon } from '@gongzhi/shared/party/terms';
import type { PartyItem } from '../kernel/party';

/** What a unit's contact is given of a member; each further reader is given this and more. */
export const showUnit = (one: PartyItem, now: Date): z.output<typeof AsUnit> => {
  const { sk: personId, displayName, kind, askedAt, since, validUntil, organisation, community } = one;
  return {
    ...{ personId, displayName, kind, askedAt, state: stateAt(one, now) },
    ...(since ? { since } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(organisation ? { organisation } : {}),
    ...(community ? { community } : {}),
    ...{ renewing: one.renewAskedAt !== undefined, endsSoon: one.state === 'valid' && endsSoon(validUntil, now) },
  };
};
