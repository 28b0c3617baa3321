import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** How many messages of a template somebody accepted, in the notices table. */
export const subscriptionKey = (personId: string, template: TemplateKind) => ({
  pk: `${personId}#subs`,
  sk: template,
});
/** What somebody chose to hear of over WeChat: topics that are off, or one message a day at an hour. */
export interface Choices {
  off: readonly string[];
  digestHour?: number;
}
export const preferencesKey = (personId: string) => ({ pk: `${personId}#subs`, sk: 'prefs' });

/** Of these people, what those chose whom WeChat may be asked to send one message to; nothing of anybody else. */
export type ReachableOf = (personIds: readonly string[]) => Promise<(personId: string) => Choices | undefined>;

/** Reads balances and choices, two read units for each person. Somebody who never accepted has none; what is turned off in WeChat's settings is closed. */
export const createReachable = (client: DynamoDBDocumentClient, table: string, template: TemplateKind): ReachableOf => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (personIds) => {
    const keysOf = (id: string) => [subscriptionKey(id, template), preferencesKey(id)];
    const find = await getAll(personIds.flatMap(keysOf), { consistent: true });
    return (id) => {
      const { balance = 0, closed } = find<{ balance?: number; closed?: true }>(subscriptionKey(id, template)) ?? {};
      if (balance <= 0 || closed) return undefined;
      return find<Choices>(preferencesKey(id)) ?? { off: [] };
    };
  };
};
