import type { Key } from './pages';
import type { Write } from './commit';

/** What becomes of one item, and what must hold for it. Every attribute is written with `#`, so that no word is reserved. */
export interface Change {
  to: string;
  when: string;
  lost: string;
  values?: Record<string, unknown>;
}

const namesIn = (expression: string): Record<string, string> =>
  Object.fromEntries([...expression.matchAll(/#\w+/g)].map(([name]) => [name, name.slice(1)]));
/** Only the values an expression names may be given. */
const valuesIn = (expression: string, values: Record<string, unknown>) => {
  const named = new Set([...expression.matchAll(/:\w+/g)].map(([name]) => name));
  const given = Object.entries(values).filter(([name]) => named.has(name));
  return given.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(given) } : {};
};

/** An update under a condition with a name; when it is lost, the item that stood there comes with it. */
export const changeItem = (TableName: string, Key: Key, { to, when, lost, values = {} }: Change): Write => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: to,
    ConditionExpression: when,
    ExpressionAttributeNames: namesIn(`${to} ${when}`),
    ...valuesIn(`${to} ${when}`, values),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
  lost,
});
