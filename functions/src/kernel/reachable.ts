import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** How many messages of a template somebody accepted, in the notices table. */
export const subscriptionKey = (personId: string, template: TemplateKind) => ({
  pk: `${personId}#subs`,
  sk: template,
});
/** Which of these people WeChat may be asked to send one message to. */
export type ReachableOf = (personIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Reads balances, a read unit for each person. Somebody who never accepted has none. */
export const createReachable = (client: DynamoDBDocumentClient, table: string, template: TemplateKind): ReachableOf => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (personIds) => {
    const find = await getAll(
      personIds.map((id) => subscriptionKey(id, template)),
      { consistent: true },
    );
    const has = (id: string) => (find<{ balance?: number }>(subscriptionKey(id, template))?.balance ?? 0) > 0;
    return new Set(personIds.filter(has));
  };
};
