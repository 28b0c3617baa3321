import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OwnNumbers } from '@gongzhi/shared/kernel/ways/definitions';
import type { AffairKind, Evidence } from '@gongzhi/shared/kernel/ways/shapes';
import type { Write } from './commit';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** How far a matter has come on its way. `rev` grows with each change. */
export interface WayItem {
  procedureId: string;
  /** Somebody chose the procedure; otherwise it is the usual one. */
  chosen: boolean;
  kind?: AffairKind;
  numbers: OwnNumbers;
  rulesVersion: number;
  evidence: Record<string, Evidence>;
  raised: number;
  answered: number;
  ended?: string;
  rev: number;
}
/** A community's own numbers, as they are now. */
export interface RulesItem {
  version: number;
  own: OwnNumbers;
  source: string;
  at: string;
}
/** What the procedures table holds of a matter: its way, when anything happened on it, and the community's numbers. */
export interface FoundWay {
  way: WayItem | undefined;
  rules: RulesItem | undefined;
}

export const wayKey = (communityId: string, proposalId: string) => ({ pk: `${communityId}#ways`, sk: proposalId });
export const rulesKey = (communityId: string) => ({ pk: `${communityId}#rules`, sk: 'current' });

export const createWays = (client: DynamoDBDocumentClient, TableName: string) => {
  const { getAll } = createPages({ client, table: TableName, cursors: createCursors('') });
  return {
    /** Both items together, strongly consistent: two read units. */
    read: async (communityId: string, proposalId: string): Promise<FoundWay> => {
      const keys = [wayKey(communityId, proposalId), rulesKey(communityId)] as const;
      const lookup = await getAll(keys, { consistent: true });
      return { way: lookup<WayItem>(keys[0]), rules: lookup<RulesItem>(keys[1]) };
    },
    /** The way is still what was read: whoever corrects a step meanwhile is not passed by. */
    stillCheck: (communityId: string, proposalId: string, { way }: FoundWay): Write => ({
      ConditionCheck: {
        TableName,
        Key: wayKey(communityId, proposalId),
        ConditionExpression: way ? 'rev = :rev' : 'attribute_not_exists(pk)',
        ...(way ? { ExpressionAttributeValues: { ':rev': way.rev } } : {}),
      },
      lost: 'WAY_MOVED',
    }),
  };
};
export type Ways = ReturnType<typeof createWays>;
