import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Entry, Reason } from '@gongzhi/shared/hours/model';
import type { Key, Pages } from './pages';

/** A line of a volunteer's account in the hours table. `version`: of the settlement it goes back to; 0 for what no shift settled. */
export interface Line extends Omit<Entry, 'title' | 'question'> {
  version: number;
  reasons?: Reason[];
  /** What an imported line calls its activity, which no other table knows. */
  named?: string;
}
export interface LineItem extends Omit<Line, 'entryId' | 'from'>, Key {
  gpk: string;
  gsk: string;
}
/** A volunteer's account in a community. */
export interface Place {
  communityId: string;
  volunteerId: string;
}

export const linesPk = ({ communityId, volunteerId }: Place) => `${communityId}#v#${volunteerId}`;
export const lineKey = (place: Place, { from, entryId }: Pick<Line, 'from' | 'entryId'>): Key => ({
  pk: linesPk(place),
  sk: `${from}#${entryId}`,
});
/** A case about hours: a question, a correction or honorary hours, by its id. */
export const caseKey = (communityId: string, caseId: string): Key => ({ pk: `${communityId}#cases`, sk: caseId });

export const lineOf = ({ pk: _pk, sk, gpk: _gpk, gsk: _gsk, ...line }: LineItem): Line => {
  const [from = '', entryId = ''] = sk.split('#');
  return { entryId, from, ...line };
};

/** Every line of an account from one instant to another, both included; strongly consistent, one read unit for 4 KB. */
export const linesBetween = async (
  { client, table: TableName }: Pick<Pages, 'client' | 'table'>,
  place: Place,
  from: string,
  to: string,
): Promise<Line[]> => {
  const found: LineItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': linesPk(place), ':from': from, ':to': to },
        ExclusiveStartKey: start,
        ConsistentRead: true,
      }),
    );
    found.push(...(Items as LineItem[]));
    start = LastEvaluatedKey;
  } while (start);
  return found.map(lineOf);
};
