import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DAY } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';

/** As what somebody read of a member. */
export type ReadAs = 'secretary' | 'worker' | 'unit';
/** What was read of a member: a list that names them, their record, a report of half a year, an evaluation, or a call's answers. */
export type ReadWhat = 'branch' | 'waiting' | 'unit' | 'record' | 'halfYear' | 'evaluation' | 'call';
export interface Reading {
  communityId: string;
  readerId: string;
  as: ReadAs;
  what: ReadWhat;
  now: Date;
}
/** One reader, day and thing read; `times` however often. */
export interface ReadingItem {
  pk: string;
  /** day#reader#what */
  sk: string;
  as: ReadAs;
  at: string;
  times: number;
  expiresAt: number;
}
export const readingsPk = (communityId: string, personId: string): string => `${communityId}#log#${personId}`;

/** Days a reading is kept, as the notice to members says (three years). */
const KEPT_DAYS = 3 * 365;

/**
 * Writes down that named members were read by staff, each once a reader, day and thing, for the member to see. Awaited
 * before anything is shown: what cannot be written down is not read. One write unit a member; oneself is not logged.
 */
export const createPartyLog =
  (client: DynamoDBDocumentClient, TableName: string) =>
  async ({ communityId, readerId, as, what, now }: Reading, personIds: readonly string[]): Promise<void> => {
    const sk = `${dayInChina(now)}#${readerId}#${what}`;
    const others = personIds.filter((personId) => personId !== readerId);
    await Promise.all(
      others.map((personId) =>
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk: readingsPk(communityId, personId), sk },
            UpdateExpression: 'SET #as = :as, #at = :at, expiresAt = :end ADD #times :one',
            ExpressionAttributeNames: { '#as': 'as', '#at': 'at', '#times': 'times' },
            ExpressionAttributeValues: {
              ...{ ':as': as, ':at': now.toISOString(), ':one': 1 },
              ':end': Math.floor((now.getTime() + KEPT_DAYS * DAY) / 1_000),
            },
          }),
        ),
      ),
    );
  };
export type LogReading = ReturnType<typeof createPartyLog>;
