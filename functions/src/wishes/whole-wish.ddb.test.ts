import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { WISH, refusalOf, stageWish, type Name, type Stage } from './test-wish';

let engine: TestTables;
let stage: Stage;
let worker: string;
let wisher: string;
let me: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageWish(engine.endpoint);
  [worker, wisher, me] = await Promise.all([stage.person(['worker']), stage.person(), stage.person()]);
});
afterEach(() => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
});
const told = (type: string) =>
  stage.said.filter((event) => event.type === `wishes.${type}`).map(({ data }) => data['toldId']);
const states = async (name: Parameters<Stage['list']>[0], as?: string) =>
  (await stage.list(name, as)).map(({ state }) => state);

test('a wish with a visit: made, published, claimed, visited with scans, done, confirmed with a word', async () => {
  const wishId = await stage.made(wisher);
  expect([await states('listOpen'), await states('listWaiting', worker)]).toEqual([[], ['waiting']]);
  expect(refusalOf(await stage.call('readWish', { wishId }))).toBe('NOT_FOUND');
  expect(refusalOf(await stage.call('claimWish', { wishId }, { as: me }))).toBe('NOT_FOUND');
  await stage.call('publishWish', { wishId }, { as: worker });
  expect([await states('listOpen'), await states('listWaiting', worker)]).toEqual([['open'], []]);
  expect((await stage.call('claimWish', { wishId }, { as: me })).body).toMatchObject({ state: 'claimed' });
  expect([await states('listOpen'), await states('listClaimed', me)]).toEqual([[], ['claimed']]);
  expect(await stage.inside(wishId, me)).toMatchObject({ as: 'claimer', callName: '王阿姨' });
  expect((await stage.inside(wishId, me)).door).toBeUndefined();

  const ids = await stage.visit(wishId, me);
  const moved = await stage.visit(wishId, me, stage.inHours(2, 4));
  expect(moved).toEqual(ids);
  expect(await stage.inside(wishId, me)).toMatchObject({ door: '3-201', building: '3号楼', visit: { claimerId: me } });
  stage.later(110);
  const desk = await stage.call('readDesk', ids, { as: wisher });
  expect(desk.body).toMatchObject({ title: '修水龙头', place: '社区内' });
  expect(refusalOf(await stage.call('readDesk', ids, { as: me }))).toBe('NOT_ORGANISER');
  expect((await stage.call('checkIn', { ...ids, code: stage.code(ids) }, { as: me })).status).toBe(200);
  expect(refusalOf(await stage.call('handBack', { wishId, reason: '有事' }, { as: me }))).toBe('IN_VISIT');
  stage.later(70);
  const out = await stage.call('checkOut', { ...ids, code: stage.code(ids) }, { as: me });
  expect(out.body).toMatchObject({ minutes: 60, grade: 'scanned' });
  expect((await stage.inside(wishId, me)).door).toBeUndefined();
  const settled = stage.said.filter(({ type }) => type === 'wishes.service-settled');
  expect(settled.map(({ data }) => [data['activityId'], data['volunteerId'], data['minutes']])).toEqual([
    [wishId, me, 60],
  ]);

  await stage.call('markDone', { wishId }, { as: me });
  expect((await stage.call('sendBack', { wishId, reason: '还滴水' }, { as: wisher })).body).toMatchObject({
    state: 'claimed',
  });
  expect(await stage.inside(wishId, me)).toMatchObject({ sentBack: '还滴水' });
  const second = await stage.visit(wishId, me);
  expect(second.shiftId).not.toBe(ids.shiftId);
  await stage.call('markDone', { wishId }, { as: me });
  expect((await stage.call('confirmDone', { wishId, word: '修得真好' }, { as: wisher })).body).toMatchObject({
    state: 'served',
  });
  expect(await stage.inside(wishId, me)).toMatchObject({
    ...{ state: 'served', callName: '', served: { by: 'wisher', word: '修得真好' } },
  });
  const whole = ['published', 'claimed', 'visit-arranged', 'done', 'sent-back', 'confirmed'].map(told);
  const twice = [wisher, wisher];
  expect(whole).toEqual([[wisher], [wisher], [...twice, wisher], twice, [me], [me]]);
  expect(stage.said.every(({ gpk }) => gpk === undefined)).toBe(true);
});

test('of eight who claim at once one wins and the others are told', async () => {
  const wishId = await stage.opened(wisher, worker);
  const crowd = await Promise.all(Array.from({ length: 8 }, () => stage.person()));
  const answers = await Promise.all(crowd.map((as) => stage.call('claimWish', { wishId }, { as })));
  const won = crowd.filter((_, i) => answers[i]?.status === 200);
  expect([won.length, answers.map(refusalOf).filter(Boolean)]).toEqual([1, Array(7).fill('CLAIMED')]);
  expect(await stage.inside(wishId, worker, { as: 'worker' })).toMatchObject({ state: 'claimed', claimerId: won[0] });
  expect(told('claimed')).toEqual([wisher]);
});

test('the same claim from eight phones of one person is one', async () => {
  const wishId = await stage.opened(wisher, worker);
  const once = () => stage.call('claimWish', { wishId }, { as: me, key: 'once-and-no-more' });
  const answers = await Promise.all(Array.from({ length: 8 }, once));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(told('claimed')).toEqual([wisher]);
  expect(refusalOf(await stage.call('claimWish', { wishId }, { as: me }))).toBe('ALREADY_DONE');
});

test('handed back it is open again; its visit is off', async () => {
  const wishId = await stage.opened(wisher, worker);
  await stage.call('claimWish', { wishId }, { as: me });
  const ids = await stage.visit(wishId, me);
  await stage.call('handBack', { wishId, reason: '要出差' }, { as: me });
  expect([await states('listOpen'), await states('listClaimed', me)]).toEqual([['open'], []]);
  expect(await stage.inside(wishId, wisher)).toMatchObject({ handedBack: '要出差', state: 'open' });
  expect(refusalOf(await stage.call('readInside', { wishId }, { as: me }))).toBe('NOT_FOUND');
  stage.later(55);
  expect(refusalOf(await stage.call('checkIn', { ...ids, code: stage.code(ids) }, { as: me }))).toBe('ACTIVITY_SHUT');
  const other = await stage.person();
  await stage.call('claimWish', { wishId }, { as: other });
  expect(refusalOf(await stage.call('checkIn', { ...ids, code: stage.code(ids) }, { as: me }))).toBe('NOT_SIGNED_UP');
});

test('a claim runs out by itself: then it is open, and another may take it', async () => {
  const wishId = await stage.opened(wisher, worker);
  await stage.call('claimWish', { wishId }, { as: me });
  stage.later((7 * DAY) / MINUTE - 1);
  expect(await states('listOpen')).toEqual([]);
  stage.later(1);
  expect(await states('listOpen')).toEqual(['open']);
  expect(refusalOf(await stage.call('markDone', { wishId }, { as: me }))).toBe('NOT_CLAIMER');
  const other = await stage.person();
  const { status, units } = await stage.call('claimWish', { wishId }, { as: other });
  expect([status, units.write <= 8]).toEqual([200, true]);
  expect([await states('listClaimed', me), await states('listClaimed', other)]).toEqual([[], ['claimed']]);
  // a visit ahead keeps the claim until some days after it
  await stage.visit(wishId, other, stage.inHours(24 * 10, 24 * 10 + 1));
  stage.later((12 * DAY) / MINUTE);
  expect(await states('listOpen')).toEqual([]);
  stage.later((6 * DAY) / MINUTE);
  expect(await states('listOpen')).toEqual(['open']);
});

test('for somebody without a phone a worker wishes and confirms, marked so, and never for what they did themselves', async () => {
  const wishId = await stage.opened(worker, worker, { behalf: true, what: 'thing' });
  expect(refusalOf(await stage.call('makeWish', { ...WISH, behalf: true }, { as: me }))).toBe('NOT_ELIGIBLE');
  await stage.call('claimWish', { wishId }, { as: me });
  await stage.call('markDone', { wishId }, { as: me });
  expect(await states('listWaiting', worker)).toEqual(['done']);
  expect(refusalOf(await stage.call('confirmDone', { wishId }, { as: wisher }))).toBe('NOT_YOURS');
  expect((await stage.call('confirmDone', { wishId }, { as: worker })).status).toBe(200);
  expect(await stage.inside(wishId, me)).toMatchObject({ served: { by: 'worker' }, behalf: true });
  expect(await states('listWaiting', worker)).toEqual([]);
  const own = await stage.opened(worker, worker, { behalf: true });
  await stage.call('claimWish', { wishId: own }, { as: worker });
  await stage.call('markDone', { wishId: own }, { as: worker });
  expect(refusalOf(await stage.call('confirmDone', { wishId: own }, { as: worker }))).toBe('NOT_YOURS');
  // one's own phone speaks for oneself
  const mine = await stage.opened(wisher, worker);
  await stage.call('claimWish', { wishId: mine }, { as: me });
  expect(refusalOf(await stage.call('confirmDone', { wishId: mine }, { as: worker }))).toBe('NOT_YOURS');
});

test('every command stays within the units it says, and lists cost the same at a page and at many', async () => {
  const spent = async (as: string, name: Name, input: Record<string, unknown>) => {
    const { status, units, body } = await stage.call(name, input, { as });
    expect([name, status, body['refused']]).toEqual([name, 200, undefined]);
    const most = (wishes[name] as Route).units ?? 8;
    if (isCommand(wishes[name])) expect([name, units.write, units.write <= most]).toEqual([name, units.write, true]);
    return units.write;
  };
  const long = { ...WISH, title: '一'.repeat(20), about: '字'.repeat(200), callName: '十'.repeat(10), level: 'named' };
  expect(await spent(wisher, 'makeWish', long)).toBeLessThanOrEqual(8);
  const wishId = await stage.opened(wisher, worker, long);
  const claim = await spent(me, 'claimWish', { wishId });
  const arranged = await spent(me, 'arrangeVisit', { wishId, window: stage.inHours(1, 2) });
  const moved = await spent(me, 'arrangeVisit', { wishId, window: stage.inHours(2, 3) });
  const back = await spent(me, 'handBack', { wishId, reason: '长'.repeat(60) });
  await spent(me, 'claimWish', { wishId });
  const done = await spent(me, 'markDone', { wishId });
  await spent(wisher, 'sendBack', { wishId, reason: '长'.repeat(60) });
  await spent(me, 'markDone', { wishId });
  const confirmed = await spent(wisher, 'confirmDone', { wishId, word: '谢'.repeat(60) });
  console.info(JSON.stringify({ claim, arranged, moved, back, done, confirmed }));
  const gone = await stage.made(wisher);
  await spent(worker, 'declineWish', { wishId: gone, reason: '说明不清' });
  await spent(wisher, 'withdrawWish', { wishId: await stage.made(wisher) });

  const costs = async () => {
    const lists = ['listOpen', 'listMine', 'listClaimed', 'listWaiting'] as const;
    const reads: number[] = [];
    for (const name of lists) reads.push((await stage.call(name, {}, { as: worker })).units.read);
    return reads;
  };
  const many = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      await stage.made(worker);
      await stage.opened(worker, worker);
      await stage.call('claimWish', { wishId: await stage.opened(wisher, worker) }, { as: worker });
    }
  };
  await many(21);
  const few = await costs();
  await many(40);
  expect(await costs()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(14);
});
