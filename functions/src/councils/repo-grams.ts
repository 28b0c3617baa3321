import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MOST_HOLDERS } from '@gongzhi/shared/councils/word-grams';
import type { Pages } from '../kernel/pages';

interface GramItem {
  ids: Set<string>;
}
const keyOf = (communityId: string, gram: string) => ({ pk: `${communityId}#grams`, sk: gram });

/** Which matters hold which pairs of characters: c#grams / pair → ids, about 27 bytes each, at most sixty and one. */
export const repoGrams = ({ client, table: TableName, get, getAll }: Pages) => ({
  /** Holders of each pair; at most 48 reads of 0.5 units, however many matters there are. */
  holders: async (communityId: string, grams: readonly string[]) => {
    const lookup = await getAll(
      grams.map((gram) => keyOf(communityId, gram)),
      { consistent: false },
    );
    return (gram: string): string[] => [...(lookup<GramItem>(keyOf(communityId, gram))?.ids ?? [])];
  },
  /** Files a matter under a pair; the oldest gives way. Done twice it is the same. */
  file: async (communityId: string, gram: string, proposalId: string): Promise<void> => {
    const Key = keyOf(communityId, gram);
    const ids = [...((await get<GramItem>(Key))?.ids ?? [])].sort();
    const old =
      ids.length >= MOST_HOLDERS && !ids.includes(proposalId) ? ids.slice(0, ids.length - MOST_HOLDERS + 1) : [];
    const change = (words: string, changed: readonly string[]) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: `${words} ids :ids`,
          ExpressionAttributeValues: { ':ids': new Set(changed) },
        }),
      );
    await change('ADD', [proposalId]);
    if (old.length > 0) await change('DELETE', old);
  },
});
