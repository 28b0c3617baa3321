import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { POST_CLASSES } from '@gongzhi/shared/projects/rule-sets';
import { readingsPk } from '../kernel/party-log';
import { POST, TABLES, itemsOf, stageProjects, type Town } from './test-projects';

/** Posts, and who is seen in them by whom. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  town = await stageProjects(engine.endpoint);
});
afterEach(() => town.close());
const post = async (postId: string, as?: string) => (await town.call('readPost', { postId }, { as })).body;
const holders = async (postId: string) => itemsOf(await town.call('listHolders', { postId })).map(({ name }) => name);
const asked = async (as: string) => itemsOf(await town.call('listNominations', {}, { as }));
const readingsOf = async (personId: string) => {
  const asking = {
    TableName: 'party',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': readingsPk(town.communityId, personId) },
  };
  return (await town.client.send(new QueryCommand(asking))).Items ?? [];
};

test('of two for the last place confirmed at once one has it and the other is told; nobody is counted twice', async () => {
  const postId = await town.post({ slots: 1 });
  const two = [await town.member('甲'), await town.member('乙')];
  for (const one of two) await town.nominated(postId, one);
  const heard = await Promise.all(two.map((one) => town.decide(postId, one)));
  expect(heard.map(({ body }) => body['refused'] ?? 'held').sort()).toEqual(['POST_FULL', 'held']);
  expect(await post(postId)).toMatchObject({ taken: 1, slots: 1 });
  const states = await Promise.all(two.map(async (one) => (await post(postId, one))['mine']));
  expect(states.sort()).toEqual(['asked', 'held']);
});

test('eight for two places at once: two have them; one gives up, and the next can be confirmed', async () => {
  const postId = await town.post();
  const eight = await Promise.all(Array.from({ length: 8 }, (_, n) => town.member(`党员${n}`)));
  for (const one of eight) await town.nominated(postId, one);
  const heard = await Promise.all(eight.map((one) => town.decide(postId, one)));
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(2);
  const [has = ''] = eight.filter((_, n) => heard[n]?.status === 200);
  const [waits = ''] = eight.filter((_, n) => heard[n]?.status !== 200);
  expect((await town.call('giveUpPost', { postId }, { as: has })).body).toMatchObject({ state: 'given' });
  expect(await post(postId)).toMatchObject({ taken: 1 });
  expect((await town.decide(postId, waits)).status).toBe(200);
  expect([(await post(postId))['taken'], (await post(postId, has))['mine']]).toEqual([2, 'given']);
  expect((await town.call('nominate', { postId }, { as: has })).body).toEqual({ refused: 'POST_FULL' });
});

test('publicised: whoever chose to be shown is named, the others counted; taking the consent back holds at once', async () => {
  const postId = await town.post({ slots: 3 });
  const [open, shy, gone] = [
    await town.member('公开的党员', { open: true }),
    await town.member('不公开的党员'),
    await town.member('撤回的党员', { open: true }),
  ];
  for (const one of [open, shy, gone]) {
    await town.nominated(postId, one);
    await town.decide(postId, one);
  }
  expect([(await holders(postId)).sort(), (await post(postId))['taken']]).toEqual([['公开的党员', '撤回的党员'], 3]);
  await town.withdraw(gone);
  expect([await holders(postId), (await post(postId))['taken']]).toEqual([['公开的党员'], 3]);
});

test('a secretary sees and confirms their own branch alone, a worker all, a supervisor and neighbours nothing; the member sees who read', async () => {
  const other = await town.branchOf('第二支部');
  const postId = await town.post();
  const [mine, theirs] = [await town.member('我支部的'), await town.member('他支部的', { branchId: other.branchId })];
  for (const one of [mine, theirs]) await town.nominated(postId, one);
  expect(await readingsOf(mine)).toEqual([]);
  expect((await asked(town.secretary)).map(({ name }) => name)).toEqual(['我支部的']);
  expect((await asked(other.secretaryId)).map(({ name }) => name)).toEqual(['他支部的']);
  expect((await asked(town.worker)).map(({ name }) => name).sort()).toEqual(['他支部的', '我支部的']);
  expect(await asked(await town.person(['branchSecretary']))).toEqual([]);
  for (const role of ['resident', 'supervisor', 'chair', 'unitContact'] as const)
    expect((await town.call('listNominations', {}, { as: await town.person([role]) })).body).toEqual({
      refused: 'NOT_ELIGIBLE',
    });
  const read = await readingsOf(mine);
  expect(read.map(({ sk, as }) => [String(sk).split('#')[1], as])).toEqual(
    expect.arrayContaining([
      [town.secretary, 'secretary'],
      [town.worker, 'worker'],
    ]),
  );
  expect(read).toHaveLength(2);
  expect((await town.decide(postId, mine, town.secretary)).status).toBe(200);
  expect((await town.decide(postId, theirs, town.secretary)).body).toEqual({ refused: 'OTHER_BRANCH' });
});

test('a no has its reason, for the member alone; who withdrew the consent is not named to anybody, and may ask again later', async () => {
  const postId = await town.post();
  const [no, gone] = [await town.member('被婉拒的'), await town.member('撤回的')];
  for (const one of [no, gone]) await town.nominated(postId, one);
  await town.withdraw(gone);
  expect((await asked(town.worker)).map(({ name }) => name).sort()).toEqual(['报到已失效', '被婉拒的']);
  expect(await readingsOf(gone)).toEqual([]);
  const answer = { postId, personId: no, confirm: false, reason: '这周已经有两位了' };
  expect((await town.call('decideNomination', answer, { as: town.secretary })).status).toBe(200);
  expect(itemsOf(await town.call('listMyNominations', {}, { as: no }))).toMatchObject([
    { postId, title: POST.title, state: 'declined', reason: '这周已经有两位了' },
  ]);
  expect((await town.call('nominate', { postId }, { as: no })).body).toMatchObject({ state: 'asked' });
  expect(itemsOf(await town.call('listMyNominations', {}, { as: no }))).toMatchObject([{ state: 'asked' }]);
});

test('the community begins with eight classes whose names are not verified, and says so; its own stand in their place', async () => {
  const classes = async () => (await town.call('readPostClasses')).body;
  expect(await classes()).toEqual({
    ...{ names: POST_CLASSES.value, source: POST_CLASSES.source, sourceDate: '2026-11-27', verified: false },
  });
  await town.made('at', 'setPostClasses', { names: ['帮办代办', '治安巡逻'] }, { as: town.worker });
  expect(await classes()).toMatchObject({ names: ['帮办代办', '治安巡逻'], sourceDate: '2026-11-27', verified: true });
  const old = await town.call('addPost', { ...POST, className: '应急支援' }, { as: town.worker });
  expect(old.body).toEqual({ refused: 'CLASS_UNKNOWN' });
});
