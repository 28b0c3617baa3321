import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** For whom somebody may vote in one vote, in writing. */
export interface AgentItem {
  units: Set<string>;
}
/** A code by which its bearer becomes the agent of a unit, until it is used. */
export interface OfferItem {
  unitId: string;
  by: string;
}
export const agentKey = (communityId: string, voteId: string, personId: string) => ({
  pk: `${communityId}#v#${voteId}`,
  sk: `agent#${personId}`,
});
const offerKey = (communityId: string, voteId: string, code: string) => ({
  pk: `${communityId}#v#${voteId}`,
  sk: `offer#${code}`,
});

/** Who may vote for whom; that an agent is the agent stands on the ballot itself (repo-ballots.ts). */
export const repoProxies = ({ table: TableName, get }: Pages) => ({
  offer: (communityId: string, voteId: string, code: string) => get<OfferItem>(offerKey(communityId, voteId, code)),
  offerWrite: (communityId: string, voteId: string, code: string, offer: OfferItem): Write => ({
    Put: {
      TableName,
      Item: { ...offerKey(communityId, voteId, code), ...offer },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'OFFER',
  }),
  useOfferWrite: (communityId: string, voteId: string, code: string): Write => ({
    Delete: {
      TableName,
      Key: offerKey(communityId, voteId, code),
      ConditionExpression: 'attribute_exists(pk)',
    },
    lost: 'OFFER',
  }),
  /** One more unit of an agent, of at most `most`. */
  addWrite: (
    { communityId, voteId, agent }: { communityId: string; voteId: string; agent: string },
    unitId: string,
    most: number,
  ): Write => ({
    Update: {
      TableName,
      Key: agentKey(communityId, voteId, agent),
      UpdateExpression: 'ADD #units :unit',
      ConditionExpression: 'attribute_not_exists(#units) OR size(#units) < :most',
      ExpressionAttributeNames: { '#units': 'units' },
      ExpressionAttributeValues: { ':unit': new Set([unitId]), ':most': most },
    },
    lost: 'AGENT',
  }),
  removeWrite: (
    { communityId, voteId, agent }: { communityId: string; voteId: string; agent: string },
    unitId: string,
  ): Write => ({
    Update: {
      TableName,
      Key: agentKey(communityId, voteId, agent),
      UpdateExpression: 'DELETE #units :unit',
      ExpressionAttributeNames: { '#units': 'units' },
      ExpressionAttributeValues: { ':unit': new Set([unitId]) },
    },
  }),
});
