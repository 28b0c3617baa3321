import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Busy } from './commit';

/** What somebody is to a matter: its author, who supported it, or neither. */
export type Part = 'author' | 'supporter' | 'none';
/** Strongly consistent, two read units. */
export type PartOf = (communityId: string, proposalId: string, personId: string) => Promise<Part>;

/** Reads a matter's head and the person's support in the councils table, whose keys are those of councils/repo.ts. */
export const createPartOf =
  (client: DynamoDBDocumentClient, councilsTable: string): PartOf =>
  async (communityId, proposalId, personId) => {
    const Keys = [
      { pk: `${communityId}#proposals`, sk: proposalId },
      { pk: `${communityId}#p#${proposalId}`, sk: `support#${personId}` },
    ];
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [councilsTable]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Busy('part');
    const found = (Responses[councilsTable] ?? []) as { sk: string; authorId?: string }[];
    if (found.some(({ authorId }) => authorId === personId)) return 'author';
    return found.some(({ sk }) => sk.startsWith('support#')) ? 'supporter' : 'none';
  };
