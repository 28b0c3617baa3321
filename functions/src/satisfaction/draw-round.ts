import { MINUTE } from '@gongzhi/shared/kernel/time';
import { nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { FEWEST } from '@gongzhi/shared/satisfaction/rule-sets';
import { drawSample, frameOf, type Sample } from '@gongzhi/shared/satisfaction/sample-rules';
import type { InRound } from './repo-marks';
import type { RoundItem } from './repo-rounds';
import type { Do, Ticking } from './model';
import { HOUSEHOLD } from './unit-of';

/** Households invited before it is kept how far the inviting has come: whole files of letters. */
const CHUNK = 500;

interface Drawing {
  round: InRound;
  item: RoundItem;
  sample: Sample;
  peopleOf: (unitId: string) => string[];
  buildingOf: (unitId: string) => string;
}
/** The sample that stands, drawn now if nobody has drawn it: a roll that changes between two attempts changes nothing. */
const drawn = async (round: InRound, item: RoundItem, { repo, electorate }: Ticking): Promise<Drawing> => {
  const register = await electorate.read(round.communityId);
  const people = new Map<string, string[]>();
  for (const { householdId, personId } of register.members)
    if (householdId) people.set(householdId, [...(people.get(householdId) ?? []), personId]);
  const standing = await repo.answers.sample(round);
  const sample =
    standing ??
    (await repo.answers.keepSample(
      round,
      drawSample(item.seed ?? '', frameOf(register), { n: item.sample, least: FEWEST }),
    ));
  const buildings = new Map(
    register.buildings.flatMap(({ name, ids }) => ids.map((unitId) => [unitId, name] as const)),
  );
  return {
    ...{ round, item, sample, peopleOf: (unitId) => people.get(unitId) ?? [] },
    buildingOf: (unitId) => buildings.get(unitId) ?? '',
  };
};

/** Invites from where it had come to, a chunk at a time. Killed anywhere it goes on, and whoever was invited is not invited twice. */
const inviteAll = async ({ round, item, sample, peopleOf, buildingOf }: Drawing, { repo }: Ticking): Promise<void> => {
  for (let from = item.invited; from < sample.units.length; from += CHUNK) {
    const some = sample.units.slice(from, from + CHUNK);
    await repo.marks.invite(
      round,
      some.map(({ unitId, stratum }, i) => ({
        ...{ unitId, stratum, wave: HOUSEHOLD, expiresAt: item.closesAt, people: peopleOf(unitId), place: from + i },
      })),
    );
    await repo.places.keep(
      round,
      from,
      some.map(({ unitId }) => ({
        ...{ unitId, building: buildingOf(unitId), letter: peopleOf(unitId).length === 0 },
      })),
    );
    await repo.rounds.setInvited(round, from + some.length);
  }
};

/** Draws a quarter's sample, invites it and opens the round; whoever is in the app is told outside the quiet hours. */
export const drawRound: Do = async ({ communityId, id: roundId }, ticking, now) => {
  const { repo } = ticking;
  const round = { communityId, roundId };
  const item = await repo.rounds.read(round);
  if (item?.state !== 'drawing') return undefined;
  const drawing = await drawn(round, item, ticking);
  await inviteAll(drawing, ticking);
  const tell = { communityId, work: 'tell' as const, id: `${roundId}#${HOUSEHOLD}`, at: nextLoud(now).toISOString() };
  const lost = await repo.write('satisfaction.drawRound', [repo.rounds.openWrite(round), repo.due.dueWrite(tell)]);
  return lost ? { at: new Date(now.getTime() + MINUTE) } : undefined;
};
