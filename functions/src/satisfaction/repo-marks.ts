import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Channel } from '@gongzhi/shared/kernel/satisfaction-result';
import { invitedPk, type InvitedItem } from '../kernel/invited';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Unit } from './unit-of';

export interface InRound {
  communityId: string;
  roundId: string;
}
/**
 * An invitation. `place`: in the sample, from which its code follows; `hour`, `device`, `helper`: when, from which phone and
 * by which worker it was answered. All of it until the round is settled.
 */
export interface MarkItem extends InvitedItem {
  expiresAt: string;
  stratum: number;
  /** The event it is about, in its own words. */
  title?: string;
  channel?: Channel;
  hour?: number;
  device?: string;
  helper?: string;
  place?: number;
  pressed?: true;
  disowned?: true;
}
export type Invite = Pick<MarkItem, 'expiresAt' | 'stratum' | 'title' | 'people' | 'wave' | 'place'> & {
  unitId: string;
};

const markKey = ({ communityId, roundId }: InRound, unitId: string, wave: string) => ({
  pk: invitedPk(communityId, roundId),
  sk: `${unitId}#${wave}`,
});
/** What an answer leaves on its invitation. */
export interface Sealing {
  sealed: string;
  channel: Channel;
  hour: number;
  device?: string;
  helper?: string;
}
/** Writes at the same time. */
const AT_ONCE = 25;
/** What is needed to tell whether answers look alike, and who was told: nothing of it is left when the round is over. */
const PASSING = ['hour', 'device', 'helper', 'place', 'pressed', 'disowned', 'people', 'title'];

const unlessThere = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
const inTurns = async <T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act));
};

export const repoMarks = ({ client, table: TableName, get }: Pages) => {
  const page = async (pk: string, from: string | undefined, more: object = {}) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
        ...more,
      }),
    );
    return { items: Items as MarkItem[], next: LastEvaluatedKey?.['sk'] as string | undefined };
  };
  return {
    read: (round: InRound, unitId: string, wave: string) => get<MarkItem>(markKey(round, unitId, wave)),
    /** Every invitation of one unit in a round. */
    ofUnit: async (round: InRound, unitId: string): Promise<MarkItem[]> => {
      const { items } = await page(invitedPk(round.communityId, round.roundId), undefined, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :unit)',
        ExpressionAttributeValues: {
          ':pk': invitedPk(round.communityId, round.roundId),
          ':unit': `${unitId}#`,
        },
      });
      return items;
    },
    /** Invites each once, however often it is done. */
    invite: (round: InRound, invites: readonly Invite[]): Promise<void> =>
      inTurns(invites, ({ unitId, ...invite }) =>
        unlessThere(
          client.send(
            new PutCommand({
              TableName,
              Item: { ...markKey(round, unitId, invite.wave), ...invite },
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          ),
        ),
      ),
    /** Seals an invitation that may still be answered. */
    sealWrite: (round: InRound, { unitId, wave }: Unit, sealing: Sealing, now: Date): Write =>
      changeItem(TableName, markKey(round, unitId, wave), {
        to: `SET ${Object.keys(sealing)
          .map((name) => `#${name} = :${name}`)
          .join(', ')}`,
        when: 'attribute_exists(#pk) AND attribute_not_exists(#sealed) AND #expiresAt > :now',
        lost: 'SEALED',
        values: {
          ':now': now.toISOString(),
          ...Object.fromEntries(Object.entries(sealing).map(([name, value]) => [`:${name}`, value])),
        },
      }),
    /** That whoever holds it has told of pressure. */
    pressWrite: (round: InRound, { unitId, wave }: Unit): Write =>
      changeItem(TableName, markKey(round, unitId, wave), {
        to: 'SET #pressed = :yes',
        when: 'attribute_exists(#pk) AND attribute_not_exists(#pressed)',
        lost: 'PRESSED',
        values: { ':yes': true },
      }),
    /** That a household said the answer is not its own. */
    disownWrite: (round: InRound, { unitId, wave }: Unit): Write =>
      changeItem(TableName, markKey(round, unitId, wave), {
        to: 'SET #disowned = :yes',
        when: 'attribute_exists(#sealed) AND #channel <> :app AND attribute_not_exists(#disowned)',
        lost: 'DISOWNED',
        values: { ':yes': true, ':app': 'app' },
      }),
    /** Every invitation of a round, page by page. */
    each: async ({ communityId, roundId }: InRound, take: (marks: readonly MarkItem[]) => void): Promise<void> => {
      let from: string | undefined;
      do {
        const { items, next } = await page(invitedPk(communityId, roundId), from);
        take(items);
        from = next;
      } while (from);
    },
    /** Takes from a page of invitations what was kept only while the round was open. @returns where to go on */
    scrub: async ({ communityId, roundId }: InRound, from: string | undefined): Promise<string | undefined> => {
      const { items, next } = await page(invitedPk(communityId, roundId), from, { Limit: 500 });
      const UpdateExpression = `REMOVE ${PASSING.map((name) => `#${name}`).join(', ')}`;
      const ExpressionAttributeNames = Object.fromEntries(PASSING.map((name) => [`#${name}`, name]));
      await inTurns(items, ({ pk, sk }) =>
        client.send(new UpdateCommand({ TableName, Key: { pk, sk }, UpdateExpression, ExpressionAttributeNames })),
      );
      return next;
    },
  };
};
