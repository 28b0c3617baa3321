import type { Publication } from '@gongzhi/shared/satisfaction/publication';
import type { Answered } from '@gongzhi/shared/satisfaction/publication-rules';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { publicationKey } from '../kernel/publications';
import type { InRound } from './repo-marks';

const answeredKey = ({ communityId, roundId }: InRound) => ({ pk: `${communityId}#answered`, sk: roundId });
type Stored = Omit<Publication, 'version'> & { pk: string; sk: string };

export const repoPublications = ({ table: TableName, get, getAll }: Pages) => ({
  /** How far the answering of a round's result has come. */
  answered: (round: InRound) => get<Answered>(answeredKey(round)),
  /** The same of a page of rounds, by their ids. */
  answeredAll: async (
    communityId: string,
    roundIds: readonly string[],
  ): Promise<(roundId: string) => Answered | undefined> => {
    const keyOf = (roundId: string) => answeredKey({ communityId, roundId });
    const found = await getAll(roundIds.map(keyOf), { consistent: true });
    return (roundId) => found<Answered>(keyOf(roundId));
  },
  read: async (round: InRound, version: number): Promise<Publication | undefined> => {
    const found = await get<Stored>(publicationKey(round, version));
    if (!found) return undefined;
    const { pk: _pk, sk: _sk, ...publication } = found;
    return { version, ...publication };
  },
  /** A version beside the earlier ones; another that came first loses it with STALE. `title`: what its tasks are done for. */
  publishWrites: (
    round: InRound,
    { version, ...publication }: Publication,
    { title, items }: { title: string; items: number },
  ): Write[] => [
    changeItem(TableName, answeredKey(round), {
      to: 'SET #version = :version, #items = :items, #firstAt = if_not_exists(#firstAt, :at)',
      when: version === 1 ? 'attribute_not_exists(#version)' : '#version = :before',
      lost: 'STALE',
      values: { ':version': version, ':before': version - 1, ':items': items, ':at': publication.at },
    }),
    { Put: { TableName, Item: { ...publicationKey(round, version), ...publication, title } } },
  ],
});
