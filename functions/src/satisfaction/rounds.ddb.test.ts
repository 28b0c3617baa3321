import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { seedCommitment } from '@gongzhi/shared/kernel/statistics/draw';
import { drawSample, frameOf } from '@gongzhi/shared/satisfaction/sample-rules';
import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { TABLES, stageSurvey, hex, PLAN, type Survey } from './test-survey';

let engine: TestTables;
let stage: Survey;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  stage = stageSurvey(engine.endpoint);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const refusal = ({ body }: { body: Record<string, unknown> }) => body['refused'];
const resultOf = async (roundId: string) => (await stage.call('readResult', { roundId })).body as unknown as Result;

describe('a quarter', () => {
  it('is drawn, invited, answered, closed and published', async () => {
    const { memberOf } = await stage.roll([40, 40, 40], (i) => (i % 2 ? '60-74' : '35-59'));
    const { roundId, by } = await stage.quarter();
    const invited = await stage.invited(roundId);
    expect(invited).toHaveLength(60);
    for (const { unitId, people } of invited) expect(people).toEqual([memberOf.get(unitId)]);
    for (const [i, { people }] of invited.entries())
      await stage.give(roundId, people[0] ?? '', i < 45 ? ['satisfied', 'satisfied'] : ['dissatisfied', 'satisfied']);
    expect(refusal(await stage.call('readResult', { roundId }))).toBe('NOT_FOUND');
    stage.later(15);
    await stage.tick();
    const result = await resultOf(roundId);
    expect(result).toMatchObject({ invited: 60, answered: 60, population: 120 });
    expect(result.overall).toMatchObject({ shown: true, answered: 60, satisfied: 45 });
    expect(result.questions).toMatchObject([{ dutyItemId: 'a-1', figure: { shown: true, satisfied: 60 } }]);
    expect(result.groups.map(({ name }) => name)).toEqual(['1号楼', '2号楼', '3号楼', '35-59', '60-74']);
    const rounds = await stage.call('listRounds', {}, { as: by });
    expect(rounds.body['items']).toMatchObject([
      { roundId, state: 'settled', invited: 60, seedHash: result.draw?.seedHash },
    ]);
  });

  it('promises its seed and tells it in the end; whoever has the roll draws the same', async () => {
    const { buildings, members } = await stage.roll([30, 30, 30]);
    const { roundId, by } = await stage.quarter({ sample: 45 });
    const during = (await stage.call('listRounds', {}, { as: by })).body['items'] as Record<string, unknown>[];
    expect(during[0]).toHaveProperty('seedHash');
    expect(during[0]).not.toHaveProperty('seed');
    const invited = (await stage.invited(roundId)).map(({ unitId }) => unitId).sort();
    stage.later(15);
    await stage.tick();
    const { draw } = await resultOf(roundId);
    expect(seedCommitment(draw?.seed ?? '')).toBe(draw?.seedHash);
    const again = drawSample(draw?.seed ?? '', frameOf({ buildings, members }), { n: 45, least: 10 });
    expect(again.units.map(({ unitId }) => unitId).sort()).toEqual(invited);
  });

  it('is asked once a quarter, of a roll that is there', async () => {
    const by = await stage.supervisor();
    expect(refusal(await stage.call('startQuarter', { plan: PLAN }, { as: by }))).toBe('ROLL_EMPTY');
    await stage.roll([30]);
    expect((await stage.call('startQuarter', { plan: PLAN }, { as: by })).status).toBe(200);
    expect(refusal(await stage.call('startQuarter', { plan: PLAN }, { as: by }))).toBe('QUARTER_ASKED');
  });

  it('hears the first answer when it is started again with the same key', async () => {
    await stage.roll([30]);
    const by = await stage.supervisor();
    const start = () => stage.call('startQuarter', { plan: PLAN }, { as: by, key: 'the-same-key' });
    const [first, second] = [await start(), await start()];
    expect(second.body).toEqual(first.body);
  });

  it('shows nothing of fewer than ten answers', async () => {
    await stage.roll([40, 40]);
    const { roundId } = await stage.quarter();
    for (const { people } of (await stage.invited(roundId)).slice(0, 9))
      await stage.give(roundId, people[0] ?? '', ['satisfied', 'satisfied']);
    stage.later(15);
    await stage.tick();
    const result = await resultOf(roundId);
    expect(result).toMatchObject({ overall: { shown: false, why: 'few' }, groups: [], flags: [], invited: 60 });
    expect(result).not.toHaveProperty('answered');
    expect(result.questions[0]?.figure).toEqual({ shown: false, why: 'few' });
  });
});

describe('somebody who was invited', () => {
  const one = async () => {
    await stage.roll([40, 40]);
    const { roundId } = await stage.quarter();
    const [{ people = [] } = {}] = await stage.invited(roundId);
    return { roundId, personId: people[0] ?? '' };
  };
  it('finds the invitation and answers with four write units and no event', async () => {
    const { roundId, personId } = await one();
    const listed = await stage.call('listInvitations', {}, { as: personId });
    expect(listed.body['items']).toMatchObject([
      {
        roundId,
        subject: 'household',
        title: '2026年第四季度社区工作',
        questions: [{ title: '环境卫生' }],
        state: 'open',
      },
    ]);
    const before = stage.said.length;
    const heard = await stage.give(roundId, personId, ['satisfied', 'fairlySatisfied'], {
      reason: 'solved',
      word: '扫得干净',
    });
    expect([heard.status, heard.units.write, heard.body]).toEqual([200, 4, { roundId, state: 'recorded' }]);
    expect(stage.said).toHaveLength(before);
    const after = await stage.call('listInvitations', {}, { as: personId });
    expect(after.body['items']).toMatchObject([{ state: 'answered' }]);
  });

  it('answers once: the same ticket hears the same, another is told', async () => {
    const { roundId, personId } = await one();
    const ticket = hex();
    const first = await stage.give(roundId, personId, ['satisfied', 'satisfied'], { ticket });
    const again = await stage.give(roundId, personId, ['veryDissatisfied', 'satisfied'], { ticket });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(refusal(await stage.give(roundId, personId, ['satisfied', 'satisfied']))).toBe('SURVEY_ANSWERED');
    expect(await stage.itemsIn('answers', `${stage.communityId}#${roundId}#answers`)).toHaveLength(1);
    expect(await stage.itemsIn('answers', `${stage.communityId}#${roundId}#low`)).toHaveLength(0);
  });

  it('wins or loses a race as a whole: eight phones of a household at once leave one answer', async () => {
    const { roundId, personId } = await one();
    const heard = await Promise.all(
      Array.from({ length: 8 }, () => stage.give(roundId, personId, ['satisfied', 'satisfied'])),
    );
    expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(heard.filter(({ status }) => status !== 200).map(refusal))).toEqual(new Set(['SURVEY_ANSWERED']));
    expect(await stage.itemsIn('answers', `${stage.communityId}#${roundId}#answers`)).toHaveLength(1);
  });

  it('is told what is wrong: not invited, too late, a question left out, risky words', async () => {
    const { roundId, personId } = await one();
    const stranger = await stage.person(['resident']);
    expect(refusal(await stage.give(roundId, stranger, ['satisfied', 'satisfied']))).toBe('NOT_FOUND');
    expect(refusal(await stage.give(roundId, personId, ['satisfied']))).toBe('SURVEY_UNEVEN');
    stage.world.check = { suggest: 'risky', label: 20002 };
    expect(refusal(await stage.give(roundId, personId, ['satisfied', 'satisfied'], { word: '不雅的话' }))).toBe(
      'TEXT_RISKY',
    );
    stage.later(14);
    expect(refusal(await stage.give(roundId, personId, ['satisfied', 'satisfied']))).toBe('SURVEY_OVER');
  });

  it('tells the street of pressure, once; the number is the supervisor’s and lowers what is thought of the result', async () => {
    const { roundId, personId } = await one();
    const told = await stage.call('tellPressure', { roundId, subject: 'household' }, { as: personId });
    expect([told.status, told.units.write]).toEqual([200, 4]);
    expect(refusal(await stage.call('tellPressure', { roundId, subject: 'household' }, { as: personId }))).toBe(
      'PRESSURE_TOLD',
    );
    for (const { people } of await stage.invited(roundId))
      await stage.give(roundId, people[0] ?? '', ['satisfied', 'dissatisfied']);
    stage.later(15);
    await stage.tick();
    expect(await resultOf(roundId)).toMatchObject({
      answered: 60,
      flags: expect.arrayContaining([{ kind: 'pressure', count: 1 }]),
    });
    expect(refusal(await stage.call('tellPressure', { roundId, subject: 'household' }, { as: personId }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('an event', () => {
  it('reminds each wave once, outside the quiet hours, and not when its invitations have ended', async () => {
    const people = [stage.id(), stage.id()];
    // seven in the evening: a week later it is the same hour, and the clock comes at night
    stage.world.now = new Date('2026-11-27T11:00:00.000Z');
    const first = await stage.finish(people);
    stage.later(1);
    await stage.finish(people);
    const reminded = () =>
      stage.said.flatMap(({ type, at, data }) => (type === 'satisfaction.reminded' ? [[at, data['wave']]] : []));
    stage.world.now = new Date('2026-12-04T15:00:00.000Z');
    await stage.tick();
    expect(reminded()).toEqual([]);
    stage.world.now = new Date('2026-12-05T00:00:00.000Z');
    await stage.tick();
    await stage.tick();
    expect(reminded()).toEqual([['2026-12-05T00:00:00.000Z', first]]);
    // the clock stood still until the second wave's invitations had ended
    stage.world.now = new Date('2026-12-12T11:00:00.000Z');
    await stage.tick();
    expect(reminded()).toHaveLength(1);
  });

  it('asks those it concerned, and its round gathers until ten have answered', async () => {
    const people = await Promise.all(Array.from({ length: 24 }, () => stage.person(['resident'])));
    const first = await stage.finish(people.slice(0, 8));
    const listed = await stage.call('listInvitations', {}, { as: people[0] });
    const [invitation] = listed.body['items'] as { roundId: string; subject: string; title: string }[];
    expect(invitation).toMatchObject({ subject: first, title: '周六义务理发' });
    const roundId = invitation?.roundId ?? '';
    for (const as of people.slice(0, 8)) await stage.give(roundId, as, ['satisfied'], { subject: first });
    stage.later(31);
    await stage.tick();
    expect(refusal(await stage.call('readResult', { roundId }))).toBe('NOT_FOUND');
    const second = await stage.finish(people.slice(8, 12));
    for (const as of people.slice(8, 12)) await stage.give(roundId, as, ['dissatisfied'], { subject: second });
    stage.later(8);
    await stage.tick();
    // it takes nobody else now: the next event begins another round
    const third = await stage.finish(people.slice(12));
    const other = (await stage.call('listInvitations', {}, { as: people[20] })).body['items'] as { roundId: string }[];
    expect(other[0]?.roundId).not.toBe(roundId);
    expect(third).toBeDefined();
    stage.later(15);
    await stage.tick();
    expect(await resultOf(roundId)).toMatchObject({
      about: { kind: 'event', service: 'activity' },
      ...{ invited: 12, answered: 12 },
      overall: { shown: true, satisfied: 8, levels: { satisfied: 8, dissatisfied: 4 } },
    });
  });
});
