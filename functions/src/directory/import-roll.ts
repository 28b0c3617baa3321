import { doorText } from '@gongzhi/shared/kernel/door-key';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost, type Write } from '../kernel/commit';
import { compareRows, type Compared } from './compare-rows';
import type { Deps, Handler } from './repo';
import { buildingOf, type KeptAdult } from './repo-roll';

/** Items of one transaction besides the event. Source: DynamoDB, 100 (2022-09). */
const MOST_WRITES = 99;

const tagsOf = (adults: readonly KeptAdult[] | undefined) => new Set(adults?.flatMap(({ tag }) => tag ?? []));

const householdWrites = (communityId: string, { row, before }: Compared, { repo: { roll }, codes }: Deps): Write[] => {
  const known = tagsOf(before?.adults);
  return [
    before ? roll.change(before, row) : roll.add(communityId, codes.householdId(communityId, doorText(row)), row),
    ...[...tagsOf(row.adults)].filter((tag) => !known.has(tag)).map((tag) => roll.listPhone(communityId, tag, row)),
  ];
};

/** Phones the roll no longer has. One that finds no room in the transaction stays behind and finds nobody: the household decides. */
const stalePhones = (communityId: string, compared: readonly Compared[], { repo: { roll } }: Deps): Write[] =>
  compared.flatMap(({ row, before }) => {
    const now = tagsOf(row.adults);
    return before
      ? [...tagsOf(before.adults)]
          .filter((tag) => !now.has(tag))
          .map((tag) => roll.unlistPhone(communityId, tag, before))
      : [];
  });

const countWrites = (communityId: string, added: readonly Compared[], { repo, codes }: Deps): Write[] => {
  if (added.length === 0) return [];
  const buildings = new Map<string, { name: string; ids: string[] }>();
  for (const { row } of added) {
    const building = buildings.get(buildingOf(row.building)) ?? { name: row.building, ids: [] };
    building.ids.push(codes.householdId(communityId, doorText(row)));
    buildings.set(buildingOf(row.building), building);
  }
  return [
    repo.places.addHouseholds(communityId, added.length),
    ...[...buildings.values()].flatMap(({ name, ids }) => repo.roll.addToBuilding(communityId, name, ids)),
  ];
};

const writesFor = (communityId: string, compared: readonly Compared[], deps: Deps): Write[] => {
  const different = compared.filter(({ outcome }) => outcome !== 'same');
  const writes = [
    ...countWrites(
      communityId,
      different.filter(({ outcome }) => outcome === 'new'),
      deps,
    ),
    ...different.flatMap((one) => householdWrites(communityId, one, deps)),
  ];
  return [...writes, ...stalePhones(communityId, different, deps).slice(0, Math.max(0, MOST_WRITES - writes.length))];
};

/** One transaction and one event for what is new or changed. Rows that are as they were write nothing, and a chunk of such rows leaves no event: nothing happened. */
export const importRoll: Handler<'importRoll'> = async ({ communityId, fileHash, rows }, ctx) => {
  const compared = await compareRows(communityId, rows, ctx);
  const count = (wanted: Compared['outcome']) => compared.filter(({ outcome }) => outcome === wanted).length;
  const [added, changed, same] = [count('new'), count('changed'), count('same')];
  const answer = { added, changed, same, importedAt: ctx.now.toISOString() };
  if (same === rows.length) return answer;
  const done = await commit(
    ctx,
    writesFor(communityId, compared, ctx),
    {
      type: 'directory.roll-imported',
      subject: communityId,
      via: 'import',
      data: { added, changed, same, file: fileHash.slice(0, 12) },
    },
    answer,
  );
  return isLost(done) ? refuse('STALE') : done;
};
