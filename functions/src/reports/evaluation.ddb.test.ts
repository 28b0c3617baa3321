import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Evaluation } from '@gongzhi/shared/reports/evaluation-model';
import { PERIOD, stageReports, TABLES, type Name, type Stage } from './test-reports';
import { settle, type Settled } from './test-town';

/** What five sides say of a member, in words, and who may say and read it. */
let engine: TestTables;
let stage: Stage;
let town: Settled;
let worker: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageReports(engine.endpoint);
  town = await settle(stage);
  worker = await stage.person(['worker'], '李静');
});
afterEach(() => stage.close());

const by =
  (as: string) =>
  (name: Name, input: object = {}) =>
    stage.call(name, { memberId: town.memberId, period: PERIOD, ...input }, { as });
const member = (name: Name, input: object = {}) =>
  stage.call(name, { period: PERIOD, ...input }, { as: town.memberId });
const said = (words: string, refs: object[] = []) => ({ said: [{ criterionId: 'c1', words, refs }] });
const open = () => by(town.secretaryId)('openEvaluation');
const mine = async () => (await member('readMyEvaluation')).body as unknown as Evaluation;

test('every side writes its words; they stand beside one another without a figure; the member replies', async () => {
  expect((await member('answerEvaluation', { memberId: town.memberId, side: 'self', ...said('送了饭') })).body).toEqual(
    {
      refused: 'EVALUATION_SHUT',
    },
  );
  expect((await open()).status).toBe(200);
  expect((await open()).body['refused']).toBe('ALREADY_DONE');
  const listed = await stage.call('listToAnswer', {}, { as: worker });
  expect(listed.body['items']).toEqual([{ memberId: town.memberId, name: '王秀兰', period: PERIOD }]);
  const ref = { from: town.first.from, entryId: town.first.entryId };
  const self = await by(town.memberId)('answerEvaluation', { side: 'self', ...said('送了四次饭', [ref]) });
  expect(self).toMatchObject({ status: 200 });
  expect(self.units.write).toBeLessThanOrEqual(8);
  await by(town.secretaryId)('answerEvaluation', { side: 'branch', ...said('认真，随叫随到', [ref]) });
  await by(worker)('answerEvaluation', { side: 'community', ...said('雨天也来') });
  await by(worker)('answerEvaluation', { side: 'community', ...said('雨天也来，谢谢') });
  const read = (await by(town.secretaryId)('readEvaluation')).body as unknown as Evaluation;
  expect(read.criteria[0]?.said).toMatchObject([
    { side: 'self', words: '送了四次饭', refs: [ref] },
    { side: 'branch', words: '认真，随叫随到' },
    { side: 'community', words: '雨天也来，谢谢', refs: [] },
  ]);
  expect(read.criteria[1]?.said).toEqual([]);
  expect(await mine()).toEqual(read);
  expect((await member('replyEvaluation', { words: '谢谢大家' })).status).toBe(200);
  expect((await member('replyEvaluation', { words: '再说一句' })).body['refused']).toBe('ALREADY_DONE');
  expect((await mine()).reply).toMatchObject({ words: '谢谢大家' });
  const numbers = JSON.stringify(await mine()).match(/:\s*-?\d+(\.\d+)?[,}\]]/g);
  expect(numbers).toBeNull();
});

test('residents whose wish was served say a few words, shown from three on and without a name', async () => {
  await open();
  const words = ['饭是热的', '说话和气', '帮我拎了菜'];
  for (const [i, one] of words.entries()) {
    const wisherId = await stage.person();
    const { activityId: wishId } = await stage.wish(town.memberId, `2026-09-1${i}`, { wisherId });
    expect((await mine()).residents).toBeUndefined();
    expect(await by(wisherId)('answerAsResident', { wishId, words: one })).toMatchObject({ status: 200 });
    expect((await by(wisherId)('answerAsResident', { wishId, words: one })).body['refused']).toBe('ALREADY_DONE');
  }
  const { residents } = await mine();
  expect(residents).toEqual([...words].sort());
  const wishId = town.wished.activityId;
  const others = [town.memberId, town.secretaryId, worker, await stage.person()];
  for (const as of others)
    expect((await by(as)('answerAsResident', { wishId, words: '我来说' })).body).toEqual({ refused: 'NOT_FOUND' });
});

test('nobody speaks for a side that is not theirs, and refs are of the record, the period and those who see it', async () => {
  await open();
  const others = await stage.branch('第二党支部');
  const tries: [string, string][] = [
    [town.memberId, 'branch'],
    [town.memberId, 'community'],
    [town.secretaryId, 'self'],
    [town.secretaryId, 'community'],
    [others.secretaryId, 'branch'],
    [worker, 'branch'],
    [worker, 'self'],
    [town.contactId, 'unit'],
    [town.wisherId, 'community'],
  ];
  for (const [as, side] of tries) {
    const heard = await by(as)('answerEvaluation', { side, ...said('说几句') });
    expect([side, heard.body]).toEqual([side, { refused: 'NOT_FOUND' }]);
    expect((await by(as)('readQuestions', { side })).body).toEqual({ refused: 'NOT_FOUND' });
  }
  const outside = await stage.line({ personId: town.memberId, day: '2026-06-01' });
  const unknown = { from: town.first.from, entryId: town.second.entryId };
  for (const ref of [outside, unknown]) {
    const refs = [{ from: ref.from, entryId: ref.entryId }];
    const heard = await by(town.memberId)('answerEvaluation', { side: 'self', ...said('送饭', refs) });
    expect(heard.body['refused']).toBe('REFS_UNKNOWN');
  }
  const refs = [{ from: town.first.from, entryId: town.first.entryId }];
  const heard = await by(worker)('answerEvaluation', { side: 'community', ...said('送饭', refs) });
  expect(heard.body['refused']).toBe('REFS_UNKNOWN');
});

test('a unit writes where the community asks it to; criteria that are open stay as they were', async () => {
  const rule = { every: 'half', objectionDays: 7, unitSide: true };
  expect((await stage.call('changeRule', rule, { as: worker })).status).toBe(200);
  await open();
  const items = [{ criterionId: 'c7', title: '新标准', asks: '做了什么？' }];
  expect((await stage.call('setCriteria', { items, source: '党支部会议' }, { as: worker })).body).toMatchObject({
    version: 1,
  });
  expect((await stage.call('readCriteria', {}, { as: worker })).body).toMatchObject({
    version: 1,
    items,
    verified: false,
  });
  const asked = await by(town.contactId)('readQuestions', { side: 'unit' });
  expect(asked.body).toMatchObject({ items: [{ criterionId: 'c1' }, { criterionId: 'c2' }] });
  expect((await by(town.contactId)('answerEvaluation', { side: 'unit', ...said('工作也认真') })).status).toBe(200);
  const later = { side: 'unit', said: [{ criterionId: 'c7', words: '好', refs: [] }] };
  expect((await by(town.contactId)('answerEvaluation', later)).body).toEqual({ refused: 'NOT_FOUND' });
});

test('with the consent gone nobody but the member reads or writes', async () => {
  await open();
  await by(town.memberId)('answerEvaluation', { side: 'self', ...said('送了饭') });
  await stage.agree(town.memberId, 'privacy');
  expect((await by(town.secretaryId)('readEvaluation')).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('listToAnswer', {}, { as: worker })).body['items']).toEqual([]);
  expect((await by(worker)('answerEvaluation', { side: 'community', ...said('好') })).body).toEqual({
    refused: 'NOT_FOUND',
  });
  expect((await mine()).criteria[0]?.said).toMatchObject([{ side: 'self' }]);
});

test('what the content check finds risky is refused on every route on which people write', async () => {
  await open();
  await by(town.secretaryId)('prepareReport');
  const wisherId = await stage.person();
  const { activityId: wishId } = await stage.wish(town.memberId, '2026-09-20', { wisherId });
  stage.world.check = { suggest: 'risky', label: 10_001 };
  const items = [{ criterionId: 'c1', title: '标准', asks: '做了什么？' }];
  const written = [
    member('objectReport', { lines: [1], words: '广告', goesAlong: true }),
    member('replyEvaluation', { words: '广告' }),
    by(town.memberId)('answerEvaluation', { side: 'self', ...said('广告') }),
    by(wisherId)('answerAsResident', { wishId, words: '广告' }),
    stage.call('setCriteria', { items, source: '广告' }, { as: worker }),
  ];
  for (const heard of await Promise.all(written)) expect(heard.body['refused']).toBe('TEXT_RISKY');
  stage.world.check = { suggest: 'pass', label: 100 };
  await member('objectReport', { lines: [1], words: '时间不对', goesAlong: true });
  stage.world.check = { suggest: 'risky', label: 10_001 };
  const answered = await by(town.secretaryId)('answerReport', { verdict: 'kept', words: '广告' });
  expect(answered.body['refused']).toBe('TEXT_RISKY');
});

describe('whoever was served', () => {
  const asksOf = () =>
    stage.said.filter(({ type }) => type === 'reports.word-asked').map(({ data }) => [data['toldId'], data['wishId']]);
  const find = async (as: string, wishId: string) => (await stage.call('findWord', { wishId }, { as })).body;

  test('is asked for a few words once for each wish of the period, and led there until they have written', async () => {
    const [early, late, twice] = [await stage.person(), await stage.person(), await stage.person()];
    await stage.wish(town.memberId, '2026-06-20', { wisherId: early });
    await stage.wish(town.memberId, '2027-01-02', { wisherId: late });
    await stage.wish(town.memberId, '2026-10-10', { wisherId: town.memberId });
    const wishes = [
      await stage.wish(town.memberId, '2026-09-20', { wisherId: twice }),
      await stage.wish(town.memberId, '2026-09-21', { wisherId: twice }),
    ].map(({ activityId }) => activityId);
    await open();
    const opened = stage.said.find(({ type }) => type === 'reports.evaluation-opened');
    for (let times = 0; times < 3; times += 1) await stage.bring({ ...opened });
    const own = [town.wisherId, town.wished.activityId];
    const asked = [...wishes.map((wishId) => [twice, wishId]), own];
    expect(asksOf().map(String).sort()).toEqual(asked.map(String).sort());
    const told = stage.said.find(({ type }) => type === 'reports.word-asked');
    expect(told?.gpk).toBeUndefined();
    expect(Object.keys(told?.data ?? {}).sort()).toEqual(['helperId', 'period', 'toldId', 'wishId']);

    const wishId = town.wished.activityId;
    expect(await find(town.wisherId, wishId)).toEqual({ asked: { memberId: town.memberId, period: PERIOD } });
    expect((await by(town.wisherId)('answerAsResident', { wishId, words: '谢谢' })).status).toBe(200);
    expect(await find(town.wisherId, wishId)).toEqual({});
  });

  test('learns of no evaluation where there is none, nor anybody else of one that is open', async () => {
    const wishId = town.wished.activityId;
    expect(await find(town.wisherId, wishId)).toEqual({});
    await open();
    const others = [town.memberId, town.secretaryId, worker, town.contactId, await stage.person()];
    for (const as of others) expect(await find(as, wishId)).toEqual({});
    expect(await find(town.wisherId, stage.id())).toEqual({});
    await stage.agree(town.memberId, 'privacy');
    expect(await find(town.wisherId, wishId)).toEqual({});
    const opened = stage.said.find(({ type }) => type === 'reports.evaluation-opened');
    await stage.bring({ ...opened });
    expect(asksOf()).toEqual([]);
  });
});

test('a unit that is asked finds those of its own members, each reading kept; one that is not asked finds none', async () => {
  const list = async (as: string) => (await stage.call('listUnitToAnswer', {}, { as })).body['items'];
  await open();
  expect(await list(town.contactId)).toEqual([]);
  const rule = { every: 'half', objectionDays: 7, unitSide: true };
  await stage.call('changeRule', rule, { as: worker });
  expect(await list(town.contactId)).toEqual([{ memberId: town.memberId, name: '王秀兰', period: PERIOD }]);
  expect((await stage.readings(town.memberId)).filter((one) => one.startsWith('unit'))).toHaveLength(1);
  const { contactId: stranger } = await stage.unit('第一小学');
  expect(await list(stranger)).toEqual([]);
  await stage.agree(town.memberId, 'privacy');
  expect(await list(town.contactId)).toEqual([]);
});
