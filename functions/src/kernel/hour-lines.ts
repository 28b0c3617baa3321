import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Pages } from './pages';

/** A volunteer's account in a community, in the hours table. */
export interface Account {
  communityId: string;
  volunteerId: string;
}
/** Where a line of an account lies: the instant at which its service began, and its own id. */
export interface LineIds {
  from: string;
  entryId: string;
}

export const linesPk = ({ communityId, volunteerId }: Account) => `${communityId}#v#${volunteerId}`;
export const lineKey = (account: Account, { from, entryId }: LineIds): Key => ({
  pk: linesPk(account),
  sk: `${from}#${entryId}`,
});
/** A case about hours: a question, a correction or honorary hours, by its id. */
export const caseKey = (communityId: string, caseId: string): Key => ({ pk: `${communityId}#cases`, sk: caseId });

/** The line an item of an account holds, without its keys. */
export const lineOf = <L extends LineIds>(item: Key & object): L => {
  const { pk: _pk, sk, gpk: _gpk, gsk: _gsk, ...line } = item as Key & Record<string, unknown>;
  const [from = '', entryId = ''] = sk.split('#');
  return { entryId, from, ...line } as unknown as L;
};

/** Every line of an account from one instant to another, both included; strongly consistent, one read unit for 4 KB. */
export const linesBetween = async <L extends LineIds>(
  { client, table: TableName }: Pick<Pages, 'client' | 'table'>,
  account: Account,
  from: string,
  to: string,
): Promise<L[]> => {
  const found: Key[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': linesPk(account), ':from': from, ':to': to },
        ExclusiveStartKey: start,
        ConsistentRead: true,
      }),
    );
    found.push(...(Items as Key[]));
    start = LastEvaluatedKey;
  } while (start);
  return found.map((item) => lineOf<L>(item));
};
