import { TEMPLATE_KINDS } from '@gongzhi/shared/kernel/templates';
import type { Preferences } from '@gongzhi/shared/kernel/topics';
import { preferencesKey, subscriptionKey } from '../kernel/reachable';
import type { Handle } from './repo';
import type { SubscriptionItem } from './repo-subscriptions';

/** One request, whatever is configured. */
export const readPreferences: Handle<'readPreferences'> = async (_, { repo, caller: { personId }, templates }) => {
  const kinds = TEMPLATE_KINDS.filter((kind) => templates[kind]);
  const keys = [preferencesKey(personId), ...kinds.map((kind) => subscriptionKey(personId, kind))];
  const find = await repo.pages.getAll(keys, { consistent: true });
  const { off = [], digestHour } = find<Partial<Preferences>>(preferencesKey(personId)) ?? {};
  const balances = kinds.map((kind) => {
    const { balance = 0, closed, refusedAt, askedAt } = find<SubscriptionItem>(subscriptionKey(personId, kind)) ?? {};
    return {
      ...{ kind, type: templates[kind]?.type ?? 'once', balance: Math.max(0, balance) },
      ...(closed ? { closed } : {}),
      ...(refusedAt ? { refusedAt } : {}),
      ...(askedAt ? { askedAt } : {}),
    };
  });
  return { off: [...off], ...(digestHour ? { digestHour } : {}), balances };
};
