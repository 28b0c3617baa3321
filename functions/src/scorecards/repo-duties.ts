import type { DutyList } from '@gongzhi/shared/scorecards/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

const dutiesPk = (streetId: string) => `${streetId}#duties`;
/** Versions sort as text as they count. */
export const versionName = (version: number) => `v${String(version).padStart(6, '0')}`;

type DutiesItem = DutyList & Key;
const listOf = ({ pk: _pk, sk: _sk, ...list }: DutiesItem): DutyList => list;

export const repoDuties = ({ table: TableName, get, under }: Pages) => ({
  /** The newest list, strongly consistent. */
  last: async (streetId: string): Promise<DutyList | undefined> => {
    const [found] = (await under({ pk: dutiesPk(streetId), prefix: 'v', limit: 1 })) as DutiesItem[];
    return found && listOf(found);
  },
  /** One version, as a scheme cites it. */
  version: async (streetId: string, version: number): Promise<DutyList | undefined> => {
    const found = await get<DutiesItem>({ pk: dutiesPk(streetId), sk: versionName(version) });
    return found && listOf(found);
  },
  addWrite: (streetId: string, list: DutyList): Write => ({
    Put: {
      TableName,
      Item: { pk: dutiesPk(streetId), sk: versionName(list.version), ...list },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'SET',
  }),
});
