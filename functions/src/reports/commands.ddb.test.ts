import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { reports } from '@gongzhi/shared/reports/contract';
import { PERIOD, stageReports, TABLES, type Answered, type Name, type Stage } from './test-reports';
import { settle, type Settled } from './test-town';

/** Phones send again what they have no answer to, several press at once, and tables fail: each act is done once or not at all. */
let engine: TestTables;
let stage: Stage;
let town: Settled;
let worker: string;
let fault: { error: () => Error; after: boolean } | undefined;
const through = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const now = context['commandName'] === 'TransactWriteItemsCommand' ? fault : undefined;
      if (!now) return next(args);
      fault = undefined;
      if (now.after) await next(args);
      throw now.error();
    },
    // below the SDK's own attempts, where an answer is lost
    { step: 'finalizeRequest', priority: 'low', name: 'fault' },
  );
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageReports(engine.endpoint, through);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
beforeEach(async () => {
  fault = undefined;
  town = await settle(stage);
  worker = await stage.person(['worker'], '李静');
});

const of = () => ({ memberId: town.memberId, period: PERIOD });
const as = { member: () => town.memberId, secretary: () => town.secretaryId, worker: () => worker };
const prepared = () => stage.call('prepareReport', of(), { as: town.secretaryId });
const agreed = async () => {
  await prepared();
  await stage.call('agreeReport', { period: PERIOD, words: [] }, { as: town.memberId });
};
const objected = async () => {
  await prepared();
  await stage.call(
    'objectReport',
    { period: PERIOD, lines: [1], words: '不对', goesAlong: false },
    { as: town.memberId },
  );
};
const sent = async () => {
  await agreed();
  return String((await stage.call('sendReport', of(), { as: town.secretaryId })).body['number']);
};
const opened = () => stage.call('openEvaluation', of(), { as: town.secretaryId });
const nothing = async () => undefined;
const SAID = [{ criterionId: 'c1', words: '送了饭', refs: [] }];
const ITEMS = [{ criterionId: 'c1', title: '服务能力', asks: '做了什么？' }];

/** A command: what goes before it, who gives it, what comes with it, and what does not fit to the same key. */
type Case = [before: () => Promise<unknown>, who: () => string, input: () => object, other: object];
const COMMANDS: Partial<Record<Name, Case>> = {
  changeRule: [nothing, as.worker, () => ({ every: 'half', objectionDays: 9, unitSide: false }), { objectionDays: 8 }],
  prepareReport: [nothing, as.secretary, of, { period: '2026-H1' }],
  prepareBranch: [nothing, as.secretary, () => ({ period: PERIOD }), { period: '2026-H1' }],
  seeReport: [prepared, as.member, () => ({ period: PERIOD }), { period: '2026-H1' }],
  agreeReport: [prepared, as.member, () => ({ period: PERIOD, words: [4] }), { words: [] }],
  objectReport: [
    prepared,
    as.member,
    () => ({ period: PERIOD, lines: [2], words: '不是我', goesAlong: true }),
    { lines: [1] },
  ],
  answerReport: [objected, as.secretary, () => ({ ...of(), verdict: 'leftOut', words: '拿掉' }), { verdict: 'kept' }],
  sendReport: [agreed, as.secretary, of, { period: '2026-H1' }],
  handOver: [sent, as.secretary, of, { period: '2026-H1' }],
  receiveReport: [sent, () => town.contactId, () => ({}), { number: '2027-0000000000' }],
  setCriteria: [nothing, as.worker, () => ({ items: ITEMS, source: '会议' }), { source: '文件' }],
  openEvaluation: [nothing, as.secretary, of, { period: '2026-H1' }],
  answerEvaluation: [opened, as.member, () => ({ ...of(), side: 'self', said: SAID }), { side: 'branch' }],
  answerAsResident: [
    opened,
    () => town.wisherId,
    () => ({ ...of(), wishId: town.wished.activityId, words: '谢谢' }),
    { words: '不谢' },
  ],
  replyEvaluation: [opened, as.member, () => ({ period: PERIOD, words: '谢谢' }), { words: '不谢' }],
};
const routes = reports as Record<string, Route>;

test('every command of the contract is repeated here', () => {
  const commands = Object.entries(routes).flatMap(([name, route]) => (isCommand(route) ? [name] : []));
  expect(Object.keys(COMMANDS).sort()).toEqual(commands.sort());
});

const ready = async (name: Name) => {
  const [before, who, input, other] = COMMANDS[name] as Case;
  const came = await before();
  const number = name === 'receiveReport' ? { number: came } : {};
  return { by: who(), input: { ...input(), ...number } as Record<string, unknown>, other };
};

test.each(Object.keys(COMMANDS) as Name[])(
  '%s sent eight times at once and again later is done once, within its units; another body under its key is refused',
  async (name) => {
    const { by, input, other } = await ready(name);
    const who = { as: by, key: `once-${name}-1` };
    const already = stage.said.length;
    const heard = await Promise.all(Array.from({ length: 8 }, () => stage.call(name, input, who)));
    expect(heard.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(heard.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(stage.said.length - already).toBe(1);
    expect(JSON.stringify(stage.said.at(-1)?.data)).not.toMatch(/[\u4e00-\u9fff]/);
    const again = await stage.call(name, input, who);
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' } });
    expect(again.units.write).toBe(0);
    const mixed = await stage.call(name, { ...input, ...other }, who);
    expect(mixed).toMatchObject({ status: 422, body: { refused: 'KEY_REUSED' } });
  },
);

test.each(Object.keys(COMMANDS) as Name[])('%s costs no more units than it declares', async (name) => {
  const { by, input } = await ready(name);
  const heard = await stage.call(name, input, { as: by });
  expect([name, heard.status]).toEqual([name, 200]);
  expect(heard.units.write).toBeLessThanOrEqual(routes[name]?.units ?? 8);
});

test.each(Object.keys(COMMANDS) as Name[])(
  '%s whose answer is lost is done once when the phone sends it again',
  async (name) => {
    const { by, input } = await ready(name);
    const who = { as: by, key: `lost-${name}-1` };
    const cutOff = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
    const already = stage.said.length;
    fault = { error: cutOff, after: true };
    const first = await stage.call(name, input, who);
    const again = await stage.call(name, input, who);
    expect([again.status, [200, 500, 503].includes(first.status)]).toEqual([200, true]);
    expect(stage.said.length - already).toBeLessThanOrEqual(1);
  },
);

test('a table that breaks is a bare 500 with nothing of the member in it, and nothing is written', async () => {
  const broken = () => Object.assign(new Error('broken for 王秀兰'), { name: 'InternalServerError' });
  for (let times = 0; times < 1; times += 1) {
    fault = { error: broken, after: false };
    const heard = await prepared();
    expect([200, 500]).toContain(heard.status);
    expect(JSON.stringify(heard.body)).not.toContain('王秀兰');
  }
});

const told = (heard: readonly Answered[]) => ({
  done: heard.filter(({ status }) => status === 200).length,
  told: [...new Set(heard.flatMap(({ body }) => body['refused'] ?? []))].sort(),
});
const EIGHT = [...'abcdefgh'];

test('eight presses of one secretary send a report once, to one number', async () => {
  await agreed();
  const heard = await Promise.all(
    EIGHT.map((one) => stage.call('sendReport', of(), { as: town.secretaryId, key: `send-key-${one}` })),
  );
  const { done, told: said } = told(heard);
  expect(done).toBe(1);
  expect(said.every((one) => ['ALREADY_SENT', 'STALE'].includes(String(one)))).toBe(true);
});

test('agreeing and objecting at once: one of them, never both', async () => {
  await prepared();
  const agree = { period: PERIOD, words: [] };
  const object = { period: PERIOD, lines: [1], words: '不对', goesAlong: true };
  await Promise.all([
    stage.call('agreeReport', agree, { as: town.memberId }),
    stage.call('objectReport', object, { as: town.memberId }),
  ]);
  const report = await stage.item(`${stage.communityId}#m#${town.memberId}`, PERIOD);
  expect([report?.['agreedAt'], report?.['objectedAt']].filter(Boolean)).toHaveLength(1);
});

test('an objection that comes between the deciding and the writing of the sending holds it back', async () => {
  await prepared();
  await stage.call('seeReport', { period: PERIOD }, { as: town.memberId });
  const now = stage.world.now;
  const object = { period: PERIOD, lines: [1], words: '等一下', goesAlong: true };
  stage.world.now = new Date(now.getTime() + 30 * DAY);
  stage.world.meanwhile = async () => {
    stage.world.now = now;
    expect((await stage.call('objectReport', object, { as: town.memberId })).status).toBe(200);
  };
  expect((await stage.call('sendReport', of(), { as: town.secretaryId })).body).toEqual({ refused: 'STALE' });
  stage.world.now = now;
});

test('two who prepare at once make one version; seeing what was made anew meanwhile is told so', async () => {
  stage.world.meanwhile = prepared;
  expect((await prepared()).body).toEqual({ refused: 'STALE' });
  await stage.call(
    'objectReport',
    { period: PERIOD, lines: [1], words: '不对', goesAlong: false },
    { as: town.memberId },
  );
  const answer = { ...of(), verdict: 'again', words: '重做' };
  stage.world.meanwhile = () => stage.call('answerReport', answer, { as: town.secretaryId });
  expect((await stage.call('answerReport', answer, { as: town.secretaryId })).body).toEqual({ refused: 'STALE' });
  expect((await stage.call('readMyReport', { period: PERIOD }, { as: town.memberId })).body).toMatchObject({
    version: 2,
  });
});

test.each([
  ['agreeReport', { period: PERIOD, words: [1] }, 'LINES_UNKNOWN'],
  ['objectReport', { period: PERIOD, lines: [99], words: '哪条', goesAlong: true }, 'LINES_UNKNOWN'],
] as const)('%s of lines that are not there: %o %s', async (name, input, refused) => {
  await prepared();
  expect((await stage.call(name, input, { as: town.memberId })).body).toEqual({ refused });
});

test('lists are twenty a page, each page as cheap as the first, and a changed cursor is refused', async () => {
  for (let n = 0; n < 45; n += 1)
    await stage.line({ personId: town.memberId, day: `2026-12-${String((n % 28) + 1).padStart(2, '0')}` });
  const page = (cursor?: unknown) =>
    stage.call('readMyRecord', { period: PERIOD, ...(cursor ? { cursor } : {}) }, { as: town.memberId });
  const first = await page();
  const second = await page(first.body['next']);
  const last = await page(second.body['next']);
  const sizes = [first, second, last].map(({ body }) => (body['items'] as unknown[]).length);
  expect([sizes, last.body['next']]).toEqual([[20, 20, 9], undefined]);
  expect(second.units.read).toBeLessThanOrEqual(first.units.read + 2);
  expect((await page(`${String(first.body['next'])}x`)).body).toEqual({ refused: 'BAD_CURSOR' });
});
