import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Pages } from '../kernel/pages';
import { contactKey, unitKey, type ContactItem } from '../kernel/units';

interface Told {
  communityId: string;
  personId: string;
  /** When the directory said so. */
  at: string;
}
const isOld = (error: unknown) => error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Writes that follow the directory’s events: the later instant wins, however often and in whatever order they come. */
export const repoContacts = ({ client, table: TableName, get }: Pages) => {
  /** False when something later is known already. */
  const note = async ({ communityId, personId, at }: Told, to: string, values: Record<string, unknown>) => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: contactKey(communityId, personId),
          UpdateExpression: to,
          ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':at': at, ...values },
        }),
      );
      return true;
    } catch (error) {
      if (isOld(error)) return false;
      throw error;
    }
  };
  const onUnit = async (told: Told, unitId: string, verb: 'ADD' | 'DELETE') => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: unitKey(told.communityId, unitId),
          UpdateExpression: `${verb} contactIds :person`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':person': new Set([told.personId]) },
        }),
      );
    } catch (error) {
      if (!isOld(error)) throw error;
    }
  };
  const read = (communityId: string, personId: string) => get<ContactItem>(contactKey(communityId, personId));
  return {
    read,
    /** Somebody speaks for a unit. */
    begin: async (told: Told, unitId: string): Promise<void> => {
      if (await note(told, 'SET unitId = :unit, #at = :at REMOVE ended', { ':unit': unitId }))
        await onUnit(told, unitId, 'ADD');
    },
    /** Somebody no longer does. Nothing is done for whoever never did. */
    end: async (told: Told): Promise<void> => {
      const known = await read(told.communityId, told.personId);
      if (!known) return;
      if (await note(told, 'SET ended = :ended, #at = :at', { ':ended': true }))
        await onUnit(told, known.unitId, 'DELETE');
    },
  };
};
