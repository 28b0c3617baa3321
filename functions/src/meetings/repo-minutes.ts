import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Line, Opinion, TextState } from '@gongzhi/shared/meetings/model';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { changeItem } from '../kernel/change-item';
import { meetingPk, type InMeeting } from './repo-meetings';

export type LineItem = Omit<Line, 'lineId'> & { sk: string };
/** `personId`: its author, to whom it is shown while it waits. */
export type OpinionItem = Omit<Opinion, 'opinionId'> & { sk: string; personId: string };

const lineKey = (ids: InMeeting, lineId: string) => ({ pk: `${meetingPk(ids)}#lines`, sk: lineId });
const opinionKey = (ids: InMeeting, opinionId: string) => ({ pk: `${meetingPk(ids)}#opinions`, sk: opinionId });
const markKey = (ids: InMeeting, mark: string) => ({ pk: meetingPk(ids), sk: mark });

export const lineOf = ({ sk, ...line }: LineItem & { pk?: string }): Line => {
  const { pk: _, ...rest } = line;
  return { lineId: sk, ...rest };
};

export const repoMinutes = ({ client, table: TableName, get, getAll, page }: Pages) => ({
  line: (ids: InMeeting, lineId: string) => get<LineItem>(lineKey(ids, lineId)),
  isLine: async (ids: InMeeting, lineId: string, kind: Line['kind']): Promise<boolean> =>
    (await get<LineItem>(lineKey(ids, lineId)))?.kind === kind,
  lines: (ids: InMeeting, cursor: string | undefined) =>
    page<LineItem>({ pk: `${meetingPk(ids)}#lines`, newestFirst: false, cursor }),
  /** Every line, strongly consistent: what is hashed. */
  allLines: async (ids: InMeeting): Promise<Line[]> => {
    const lines: Line[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': lineKey(ids, '').pk },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      lines.push(...((Items ?? []) as LineItem[]).map(lineOf));
      from = LastEvaluatedKey;
    } while (from);
    return lines;
  },
  lineWrite: (ids: InMeeting, { lineId, ...line }: Line): Write => ({
    Put: { TableName, Item: { ...line, ...lineKey(ids, lineId) } },
  }),
  /** Something that can be done once: who comes second is told `lost`. */
  markWrite: (ids: InMeeting, mark: string, lost: string): Write => ({
    Put: { TableName, Item: markKey(ids, mark), ConditionExpression: 'attribute_not_exists(pk)' },
    lost,
  }),
  opinions: (ids: InMeeting, cursor: string | undefined) =>
    page<OpinionItem>({ pk: `${meetingPk(ids)}#opinions`, newestFirst: false, cursor }),
  opinionWrite: (ids: InMeeting, { opinionId, ...opinion }: Opinion & { personId: string }): Write => ({
    Put: { TableName, Item: { ...opinion, ...opinionKey(ids, opinionId) } },
  }),
  /** Where a text that waits lies: among the lines or the opinions. */
  waiting: async (ids: InMeeting, textId: string) => {
    const keys = [lineKey(ids, textId), opinionKey(ids, textId)];
    const found = await getAll(keys, { consistent: true });
    const key = keys.find((one) => found<{ state?: TextState }>(one)?.state !== undefined);
    return key && { key, state: found<{ state: TextState }>(key)?.state };
  },
  decideWrite: (key: { pk: string; sk: string }, state: TextState): Write =>
    changeItem(TableName, key, {
      to: 'SET #state = :state',
      when: '#state = :waiting',
      lost: 'DECIDED',
      values: { ':state': state, ':waiting': 'waiting' },
    }),
});
