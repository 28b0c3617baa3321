import { MINUTE } from '@gongzhi/shared/kernel/time';
import { buildingsKey } from '../kernel/households';
import { memberKey } from '../kernel/caller';
import { invitedPk } from '../kernel/invited';
import { named } from '../kernel/test-faults';
import { putMany } from '../kernel/test-fill';
import { closeRound } from './close-round';
import { keepTime } from './keep-time';
import type { Repo } from './repo';
import { hex, PLAN, stageSurvey, type Survey } from './test-survey';

/** So many who answer through the front door, which is what makes a result shown. */
const FEW = 10;
const DOORS = 100;
/** One household in so many has somebody in the app. */
const IN_APP = 3;
/** Invitations after which the clock is killed, each time it begins anew. */
const KILLED_AFTER = [300, 900];

/** What was measured of a survey: write units of an answer, read units of a result by how many answered, and a draw. */
export interface SurveyMeasured {
  answerWrites: number;
  reads: { name: string; few: number; many: number }[];
  closeSeconds: number;
  draw: { seconds: number; invited: number; twice: number; killed: number };
}
export interface SurveyWanted {
  households: number;
  sample: number;
  answers: number;
}

/** A round about a service that ten have answered through the front door, and as many more as are wanted beside it. */
const answeredRound = async (stage: Survey, endpoint: string, answers: number) => {
  const people = await Promise.all(Array.from({ length: FEW }, () => stage.person()));
  const subject = await stage.finish(people);
  const { items } = (await stage.call('listInvitations', {}, { as: people[0] })).body as {
    items: { roundId: string; expiresAt: string }[];
  };
  const { roundId = '', expiresAt = '' } = items[0] ?? {};
  const writes: number[] = [];
  for (const one of people) {
    const { status, units } = await stage.give(roundId, one, ['satisfied'], { subject });
    if (status !== 200) throw new Error('an answer was not taken');
    writes.push(units.write);
  }
  const more = Array.from({ length: answers - FEW }, (_, i) => i);
  const { communityId } = stage;
  const mark = { wave: subject, stratum: 0, expiresAt, channel: 'app' };
  const marks = more.map((i) => ({
    ...{ pk: invitedPk(communityId, roundId), sk: `${stage.id()}#${subject}`, ...mark },
    ...{ sealed: hex(), hour: i % 300, device: hex() },
  }));
  const said = more.map((i) => ({
    pk: `${communityId}#${roundId}#answers`,
    sk: hex(),
    levels: String(1 + (i % 3)),
    stratum: 0,
  }));
  await putMany(endpoint, 'answers', [...marks, ...said]);
  return { roundId, writes };
};

/** Both ends of the round's gathering, and how long the clock took to make the result. */
const close = async ({ communityId, ticking, later }: Survey, roundId: string): Promise<number> => {
  const due = { communityId, work: 'close' as const, id: roundId, at: '' };
  await closeRound(due, ticking, later(31));
  const from = performance.now();
  await closeRound(due, ticking, later(15));
  return (performance.now() - from) / 1_000;
};

const readUnits = async (stage: Survey, roundId: string) => {
  const result = await stage.call('readResult', { roundId });
  const list = await stage.call('listResults');
  if (result.status !== 200) throw new Error('there is no result');
  return { readResult: result.units.read, listResults: list.units.read, answered: result.body['answered'] };
};

const fillRoll = async (endpoint: string, stage: Survey, households: number): Promise<void> => {
  const { communityId, id } = stage;
  const buildings = Array.from({ length: Math.ceil(households / DOORS) }, (_, i) => ({
    ...{ pk: buildingsKey(communityId), sk: `${i + 1}号楼`, building: `${i + 1}号楼` },
    ids: new Set(Array.from({ length: Math.min(DOORS, households - i * DOORS) }, id)),
  }));
  const bands = ['18-34', '35-59', '60-74', undefined];
  const members = buildings
    .flatMap(({ ids }) => [...ids])
    .filter((_, i) => i % IN_APP === 0)
    .map((householdId, i) => {
      const ageBand = bands[i % bands.length];
      return {
        ...memberKey(communityId, id()),
        roles: ['resident'],
        displayName: '邻居',
        householdId,
        ...(ageBand ? { ageBand } : {}),
      };
    });
  await putMany(endpoint, 'directory', buildings);
  await putMany(endpoint, 'directory', members);
};

/** The clock draws and invites; killed on the way it goes on from where it was. */
const drawTown = async (
  endpoint: string,
  stage: Survey,
  { households, sample }: SurveyWanted,
): Promise<SurveyMeasured['draw']> => {
  await fillRoll(endpoint, stage, households);
  const by = await stage.supervisor();
  const { body } = await stage.call('startQuarter', { plan: { ...PLAN, sample } }, { as: by });
  const roundId = String(body['roundId']);
  const { repo } = stage;
  const tick = keepTime({
    ...stage.ticking,
    repo: { ...repo, marks: { ...repo.marks, invite: killedAfter(repo.marks.invite) } },
  });
  const from = performance.now();
  let killed = 0;
  for (let done = false; !done; killed += done ? 0 : 1) {
    const failed = await tick().then(
      () => undefined,
      (error: unknown) => error,
    );
    done = failed === undefined;
    if (killed > KILLED_AFTER.length) throw failed;
    stage.world.now = new Date(stage.world.now.getTime() + 6 * MINUTE);
  }
  const seconds = (performance.now() - from) / 1_000;
  const invited = await stage.invited(roundId);
  const distinct = new Set(invited.map(({ unitId }) => unitId)).size;
  return { seconds, invited: distinct, twice: invited.length - distinct, killed };
};

/** Inviting that dies after so many have been invited, in the middle of a chunk, once for each number. */
const killedAfter = (invite: Repo['marks']['invite']): typeof invite => {
  const ends = [...KILLED_AFTER];
  let count = 0;
  return async (round, some) => {
    const end = ends[0];
    const left = end === undefined ? some.length : Math.max(0, end - count);
    await invite(round, some.slice(0, left));
    count += Math.min(left, some.length);
    if (left >= some.length) return;
    ends.shift();
    throw named('Killed')();
  };
};

/** Measures a survey on a running engine: see SurveyMeasured. */
export const measureSurvey = async (endpoint: string, wanted: SurveyWanted): Promise<SurveyMeasured> => {
  const [small, large, town] = [stageSurvey(endpoint), stageSurvey(endpoint), stageSurvey(endpoint)];
  const draw = await drawTown(endpoint, town, wanted);
  const few = await answeredRound(small, endpoint, FEW);
  await close(small, few.roundId);
  const fewReads = await readUnits(small, few.roundId);
  const many = await answeredRound(large, endpoint, wanted.answers);
  const closeSeconds = await close(large, many.roundId);
  const manyReads = await readUnits(large, many.roundId);
  if (manyReads.answered !== wanted.answers) throw new Error(`${String(manyReads.answered)} answers were counted`);
  for (const stage of [small, large, town]) stage.close();
  return {
    answerWrites: Math.max(...few.writes, ...many.writes),
    reads: (['readResult', 'listResults'] as const).map((name) => ({
      name,
      few: fewReads[name],
      many: manyReads[name],
    })),
    ...{ closeSeconds, draw },
  };
};
