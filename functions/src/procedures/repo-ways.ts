import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { wayKey, type FoundWay, type WayItem } from '../kernel/ways';

export interface Ids {
  communityId: string;
  proposalId: string;
}

export const repoWays = ({ table: TableName }: Pages) => ({
  /** What the way is from now on; whoever changed it meanwhile makes it lose. */
  changeWrite: ({ communityId, proposalId }: Ids, { way }: FoundWay, next: WayItem): Write => ({
    Put: {
      TableName,
      Item: { ...next, ...wayKey(communityId, proposalId), rev: (way?.rev ?? 0) + 1 },
      ConditionExpression: way ? 'rev = :rev' : 'attribute_not_exists(pk)',
      ...(way ? { ExpressionAttributeValues: { ':rev': way.rev } } : {}),
    },
    lost: 'WAY_MOVED',
  }),
  /** One more objection to this very publicity: those of many neighbours at once do not wait for each other. */
  raisedWrite: ({ communityId, proposalId }: Ids, gateId: string, eventId: string): Write => ({
    Update: {
      TableName,
      Key: wayKey(communityId, proposalId),
      UpdateExpression: 'ADD raised :one, rev :one',
      ConditionExpression: 'evidence.#gate.eventId = :event',
      ExpressionAttributeNames: { '#gate': gateId },
      ExpressionAttributeValues: { ':one': 1, ':event': eventId },
    },
    lost: 'WAY_MOVED',
  }),
  answeredWrite: ({ communityId, proposalId }: Ids): Write => ({
    Update: {
      TableName,
      Key: wayKey(communityId, proposalId),
      UpdateExpression: 'ADD answered :one, rev :one',
      ConditionExpression: 'answered < raised',
      ExpressionAttributeValues: { ':one': 1 },
    },
    lost: 'WAY_MOVED',
  }),
});
