import { shownGroups, type Group } from '@gongzhi/shared/hours/group-rules';
import { SHOWN_FROM } from '@gongzhi/shared/hours/rule-sets';
import { gatherMonth, type OfVolunteer } from './gather-month';
import type { Handle } from './repo';

const groupBy = (lines: readonly OfVolunteer[], keyOf: (line: OfVolunteer) => string): Group[] => {
  const groups = new Map<string, { key: string; people: Set<string>; minutes: number }>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key) ?? { key, people: new Set(), minutes: 0 };
    group.people.add(line.volunteerId);
    group.minutes += line.minutes;
    groups.set(key, group);
  }
  return [...groups.values()];
};
const figuresOf = ({ people, minutes }: Group) => ({ people: people.size, minutes });

/** Recorded minutes that stand. Who lives in no door of the roll counts as 其他. */
export const readStatistics: Handle<'readStatistics'> = async ({ communityId, month }, { repo, names }) => {
  const { lines, stands } = await gatherMonth(repo, communityId, month);
  const recorded = lines.filter((line) => line.track === 'recorded' && line.minutes > 0 && stands(line));
  const at = await names.buildingsOf(communityId, [...new Set(recorded.map(({ volunteerId }) => volunteerId))]);
  const [all] = groupBy(recorded, () => '');
  const kinds = groupBy(recorded, ({ kind }) => kind);
  const buildings = groupBy(recorded, ({ volunteerId }) => at.get(volunteerId) ?? '其他');
  const [someKinds, someBuildings] = [shownGroups(kinds), shownGroups(buildings)];
  return {
    month,
    ...(all && all.people.size >= SHOWN_FROM ? { total: figuresOf(all) } : {}),
    kinds: someKinds.map((one) => ({ kind: one.key, ...figuresOf(one) })),
    buildings: someBuildings.map((one) => ({ building: one.key, ...figuresOf(one) })),
    hidden: someKinds.length < kinds.length || someBuildings.length < buildings.length,
  };
};
