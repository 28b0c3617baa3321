import { randomBytes } from 'node:crypto';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DAY } from '@gongzhi/shared/kernel/time';

/** Somebody of the staff or of a unit has read something of a member: kept for the member to see. */
export interface Reading {
  communityId: string;
  memberId: string;
  readerId: string;
  what: 'record' | 'report' | 'evaluation';
}
/** Keeps readings before anything is shown; one write unit each. */
export type NoteReading = (readings: readonly Reading[], now: Date) => Promise<void>;

/** Readings are kept three years (the notice of the consent `party` says so). */
const KEPT_DAYS = 3 * 365;

/** In the party table, with the other readings of its members. */
export const createNoteReading =
  (client: DynamoDBDocumentClient, TableName: string): NoteReading =>
  async (readings, now) => {
    const at = now.toISOString();
    const expiresAt = Math.floor((now.getTime() + KEPT_DAYS * DAY) / 1_000);
    await Promise.all(
      readings.map(({ communityId, memberId, readerId, what }) =>
        client.send(
          new PutCommand({
            TableName,
            Item: {
              ...{ pk: `${communityId}#reads#${memberId}`, sk: `${at}#${randomBytes(6).toString('hex')}` },
              ...{ readerId, what, at, expiresAt },
            },
          }),
        ),
      ),
    );
  };
