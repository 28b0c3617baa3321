import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { LETTERS } from '@gongzhi/shared/satisfaction/rule-sets';
import type { Pages } from '../kernel/pages';
import type { InRound } from './repo-marks';

/** Who was invited at a place of the sample. `letter`: nobody of the household was in the app when it was drawn. */
export interface Place {
  unitId: string;
  building: string;
  letter: boolean;
}
const { perFile } = LETTERS;
const WIDTH = 4;
/** `file`: from 0 on. */
const fileKey = ({ communityId, roundId }: InRound, file: number) => ({
  pk: `${communityId}#${roundId}#places`,
  sk: String(file).padStart(WIDTH, '0'),
});

/** Places of a sample, a file of letters together: from a code to its invitation, and what is printed. */
export const repoPlaces = ({ client, table: TableName, get }: Pages) => {
  const file = async (round: InRound, no: number): Promise<Place[]> =>
    (await get<{ places: Place[] }>(fileKey(round, no)))?.places ?? [];
  return {
    file,
    unitAt: async (round: InRound, place: number): Promise<string | undefined> =>
      (await file(round, Math.floor(place / perFile)))[place % perFile]?.unitId,
    /** Keeps places from `from` on, which begins a file. What stands is left as it is: a roll may change between two attempts. */
    keep: async (round: InRound, from: number, places: readonly Place[]): Promise<void> => {
      for (let at = 0; at < places.length; at += perFile) {
        const Item = { ...fileKey(round, (from + at) / perFile), places: places.slice(at, at + perFile) };
        try {
          await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        }
      }
    },
  };
};
