import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import type { Entry } from '@gongzhi/shared/hours/model';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { watchWrites } from './test-dump';
import { stageHours, type Answered, type Name, type Stage } from './test-hours';

/** Phones send again what they have no answer to, and eight people press the same button: each act is done once. */
let engine: TestTables;
const watched = watchWrites();
const dump = () => watched.dump(stage.plain);
let stage: Stage;
let volunteer: string;
let worker: string;
let second: string;
let lines: Entry[];
let numbers: string[];
let cases: string[];
let shift: ReturnType<Stage['shift']>;
const SAID = { issuer: '金秋花园居委会', responsible: '李静', handler: '何芳', contact: '0571-87654321' };
const RULE = { answerWorkingDays: 10, publicityDays: 7, mostMinutesADay: 720, stepMinutes: 30 };
const certify = () => ({
  ...{ fromDay: '2026-11-01', toDay: '2026-11-22', volunteers: [{ volunteerId: volunteer }], ...SAID },
});
const honour = (minutes: number) => {
  const { activityId, shiftId } = shift;
  return { volunteerId: volunteer, activityId, shiftId, minutes, why: '手机没电' };
};
const correct = (i: number) => ({ entryId: lines[i]?.entryId, from: lines[i]?.from, wanted: 100, why: '记少了' });
const row = (title: string) => ({ name: '王秀兰', day: '2025-03-05', title, minutes: 60 });
const allCertificates = async () =>
  (await stage.call('listMyCertificates', {}, { as: volunteer })).body['items'] as Certificate[];

beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
  stage = stageHours(engine.endpoint, watched.through);
  volunteer = await stage.person(['resident'], '王秀兰');
  worker = await stage.person(['worker'], '李静');
  second = await stage.person(['worker', 'chair'], '陈国强');
  shift = stage.shift({ hour: 8, length: 120 });
  await stage.settle({ volunteerId: volunteer, shift, minutes: 60 });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ hour: 12, length: 60 }) });
  lines = (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
  cases = [];
  for (const minutes of [20, 30]) {
    const { body } = await stage.call('askHonorary', honour(minutes), { as: second });
    cases.push(String(body['caseId']));
  }
  await Promise.all([0, 1].map(() => stage.call('issueCertificates', certify(), { as: worker })));
  numbers = (await allCertificates()).map(({ number }) => number);
  expect([lines.length, cases.length, numbers.length]).toEqual([2, 2, 2]);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

type Input = Record<string, unknown>;
const EIGHT = [...'abcdefgh'];
const together = (name: Name, input: Input, by: readonly { as: string; key: string }[]): Promise<Answered[]> =>
  Promise.all(by.map((who) => stage.call(name, input, who)));
/** A command, who gives it, what comes with it and what does not fit to the same key. */
const COMMANDS: Partial<Record<Name, [as: () => string, input: () => Input, other: Input]>> = {
  askCorrection: [() => volunteer, () => correct(0), { wanted: 99 }],
  askHonorary: [() => worker, () => honour(10), { minutes: 11 }],
  answerCase: [() => worker, () => ({ caseId: cases[0], verdict: 'accept', words: '属实' }), { verdict: 'decline' }],
  changeRule: [() => worker, () => RULE, { publicityDays: 8 }],
  issueCertificates: [() => worker, certify, { note: '入团用' }],
  revokeCertificate: [() => worker, () => ({ number: numbers[0], reason: '重复出具' }), { reason: '写错了' }],
  importRecords: [() => worker, () => ({ rows: [row('植树'), row('巡河')] }), { rows: [row('植树')] }],
};

test('every command of the contract is repeated here', () => {
  const commands = Object.entries(hours).flatMap(([name, route]) => (isCommand(route) ? [name] : []));
  expect(Object.keys(COMMANDS).sort()).toEqual(commands.sort());
});

test.each(Object.keys(COMMANDS) as Name[])(
  '%s sent eight times at once and again an hour later is done once; another body under its key is refused',
  async (name) => {
    const [as, input, other] = COMMANDS[name] ?? [() => '', () => ({}), {}];
    const by = { as: as(), key: `once-${name}` };
    const before = Object.keys(await dump());
    const heard = await together(name, input(), Array<typeof by>(8).fill(by));
    expect([name, ...heard.map(({ status }) => status)]).toEqual([name, ...EIGHT.map(() => 200)]);
    const [{ body } = { body: {} }] = heard;
    expect(heard.filter((one) => JSON.stringify(one.body) !== JSON.stringify(body))).toEqual([]);
    const done = await dump();
    expect(Object.keys(done).filter((key) => key.startsWith('ledger') && !before.includes(key))).toHaveLength(1);

    stage.world.now = new Date(stage.world.now.getTime() + 3_600_000);
    const again = await stage.call(name, input(), by);
    expect(again).toMatchObject({ status: 200, body, headers: { 'idempotent-replayed': 'true' } });
    expect(again.units.write).toBe(0);
    const mixed = await stage.call(name, { ...input(), ...other }, by);
    expect(mixed).toMatchObject({ status: 422, body: { refused: 'KEY_REUSED' } });
    expect(await dump()).toEqual(done);
  },
);

test('the same key of another person is another act', async () => {
  const key = 'shared-key-1';
  for (const as of [worker, second])
    expect(await stage.call('changeRule', RULE, { as, key })).toMatchObject({ status: 200 });
  const changed = Object.keys(await dump()).filter((one) => one.startsWith('ledger'));
  const heard = await stage.call('changeRule', { ...RULE, stepMinutes: 15 }, { as: second, key });
  expect(heard.body['refused']).toBe('KEY_REUSED');
  expect(Object.keys(await dump()).filter((one) => one.startsWith('ledger'))).toEqual(changed);
});

/** What eight said: how many did it, and what the others were told. */
const counted = (heard: readonly Answered[]) => ({
  done: heard.filter(({ status }) => status === 200).length,
  told: [...new Set(heard.flatMap(({ body }) => body['refused'] ?? []))],
});

test('eight phones of one person ask for the same correction: one case', async () => {
  const by = EIGHT.map((one) => ({ as: volunteer, key: `phone-of-${one}` }));
  expect(counted(await together('askCorrection', correct(1), by))).toEqual({ done: 1, told: ['ALREADY_DONE'] });
  const { body } = await stage.call('listMyCases', {}, { as: volunteer });
  const about = (body['items'] as { caseId: string }[]).filter(({ caseId }) => caseId === `x-${lines[1]?.entryId}`);
  expect(about).toHaveLength(1);
});

test('eight workers at once: one answers the case, one revokes the certificate, and the first word stays', async () => {
  const workers = await Promise.all(EIGHT.map((one) => stage.person(['worker'], `工作者${one}`)));
  const by = workers.map((as) => ({ as, key: 'each-own-key' }));
  const answers = await Promise.all(
    by.map((who, i) =>
      stage.call('answerCase', { caseId: cases[1], verdict: i % 2 ? 'accept' : 'decline', words: `第${i}位` }, who),
    ),
  );
  expect(counted(answers)).toEqual({ done: 1, told: ['ALREADY_DECIDED'] });
  const first = answers.findIndex(({ status }) => status === 200);
  expect((await stage.call('readCase', { caseId: cases[1] }, { as: worker })).body).toMatchObject({
    ...{ state: first % 2 ? 'accepted' : 'declined', answer: `第${first}位`, answeredBy: `工作者${EIGHT[first]}` },
  });
  const byOthers = workers.map((as) => ({ as, key: 'another-key' }));
  const revoked = await together('revokeCertificate', { number: numbers[1], reason: '重复' }, byOthers);
  expect(counted(revoked)).toEqual({ done: 1, told: ['ALREADY_DECIDED'] });
});

test('eight workers take in the same table at once: each row once, and the total is theirs', async () => {
  const workers = await Promise.all(EIGHT.map(() => stage.person(['worker'], '新来的')));
  const rows = ['扫雪', '慰问', '巡逻'].map(row);
  const taken = await together(
    'importRecords',
    { rows },
    workers.map((as) => ({ as, key: 'each-own-key' })),
  );
  expect(taken.map(({ status }) => status)).toEqual(EIGHT.map(() => 200));
  expect(taken.reduce((sum, { body }) => sum + Number(body['imported']), 0)).toBe(3);
  expect(taken.reduce((sum, { body }) => sum + Number(body['skipped']), 0)).toBe(8 * 3 - 3);
  const { body } = await stage.call('readMyTotals', {}, { as: volunteer });
  expect(body['imported']).toBe(5 * 60);
});

test('answers that are carried out eight times at once, beside a service that is settled as often, count once', async () => {
  const other = stage.shift({ hour: 16, length: 60 });
  await Promise.all(
    EIGHT.map((_, i) =>
      i % 2 ? stage.carry(volunteer) : stage.settle({ volunteerId: volunteer, shift: other, minutes: 50 }),
    ),
  );
  await stage.carry(volunteer);
  const { body } = await stage.call('readMyTotals', {}, { as: volunteer });
  const { state } = (await stage.call('readCase', { caseId: cases[1] }, { as: worker })).body;
  expect(body).toMatchObject({ recorded: 60 + 60 + 50, honorary: 20 + (state === 'accepted' ? 30 : 0) });
  const { balance, lines: all } = await stage.books([volunteer]);
  expect([balance, stage.minutesIn(all, 'honorary')]).toEqual([0, body['honorary']]);
});
