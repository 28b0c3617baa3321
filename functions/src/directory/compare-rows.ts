import type { RollRow, RowOutcome } from '@gongzhi/shared/directory/model';
import { seatsOf } from '@gongzhi/shared/directory/rules';
import type { Deps } from './repo';
import type { FromRoll, HouseholdItem, KeptAdult } from './repo-roll';

/** A row as it would be stored, beside what is stored now. */
export interface Compared {
  outcome: RowOutcome;
  row: FromRoll;
  before?: HouseholdItem;
}

/** 138****8000 */
const masked = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(7)}`;

const sameAdults = (a: readonly KeptAdult[], b: readonly KeptAdult[]) =>
  a.length === b.length && a.every(({ name, tag }, i) => name === b[i]?.name && tag === b[i]?.tag);

const outcomeOf = (row: FromRoll, before: HouseholdItem | undefined): RowOutcome => {
  if (!before) return 'new';
  const same =
    (['building', 'unit', 'room', 'area', 'seats'] as const).every((name) => row[name] === before[name]) &&
    sameAdults(row.adults, before.adults);
  return same ? 'same' : 'changed';
};

/** What importing each row would do. The one comparison, used by the preview and by the import. */
export const compareRows = async (
  communityId: string,
  rows: readonly RollRow[],
  { repo, codes }: Pick<Deps, 'repo' | 'codes'>,
): Promise<Compared[]> => {
  const findAt = await repo.roll.households(communityId, rows);
  return rows.map(({ adults, ...door }) => {
    const kept = adults.map(({ name, phone }) => ({
      name,
      ...(phone ? { tag: codes.phoneTag(communityId, phone), phone: masked(phone) } : {}),
    }));
    const row = { ...door, adults: kept, seats: seatsOf(kept.length) };
    const before = findAt(door);
    return { outcome: outcomeOf(row, before), row, ...(before ? { before } : {}) };
  });
};
