import { createHash, verify } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Report, Signed } from '@gongzhi/shared/reports/model';
import { signedText } from '@gongzhi/shared/reports/signed-text';
import { PERIOD, stageReports, TABLES, type Stage } from './test-reports';
import { settle, type Settled } from './test-town';

/** The way of a report from the ledger to the unit, through the front door. */
let engine: TestTables;
let stage: Stage;
let town: Settled;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageReports(engine.endpoint);
  town = await settle(stage);
});
afterEach(() => stage.close());

const of = () => ({ memberId: town.memberId, period: PERIOD });
const member = (name: Parameters<Stage['call']>[0], input: object = {}) =>
  stage.call(name, { period: PERIOD, ...input }, { as: town.memberId });
const secretary = (name: Parameters<Stage['call']>[0], input: object = {}) =>
  stage.call(name, { ...of(), ...input }, { as: town.secretaryId });
const contact = (name: Parameters<Stage['call']>[0], input: object = {}) =>
  stage.call(name, { ...input }, { as: town.contactId });
const later = (days: number) => void (stage.world.now = new Date(stage.world.now.getTime() + days * DAY));
const mine = async () => (await member('readMyReport')).body as unknown as Report;

test('a report holds the facts and nothing else; it is seen, agreed, sent, signed, read, printed and verified', async () => {
  const prepared = await secretary('prepareReport');
  expect(prepared).toMatchObject({ status: 200, body: { ...of(), version: 1 } });
  expect(await mine()).toMatchObject({
    ...{ state: 'prepared', count: 4, minutes: 330, hasUnit: true, turns: [] },
    offered: [{ n: 4, words: '谢谢您，小王' }],
    facts: {
      ...{ name: '王秀兰', memberKind: 'inService', branch: '第一党支部', unit: '市第一医院' },
      ...{ period: PERIOD, fromDay: '2026-07-01', toDay: '2026-12-31', honorary: 0, confirmations: 1 },
      service: {
        count: 3,
        minutes: 210,
        grades: [
          { grade: 'placed', minutes: 90 },
          { grade: 'scanned', minutes: 120 },
        ],
      },
      central: { count: 1, minutes: 120 },
      lines: [
        { n: 1, day: '2026-08-01', kind: 'elderly', minutes: 90, grade: 'placed', confirmed: false },
        { n: 2, day: '2026-09-05' },
        { n: 4, day: '2026-11-11', confirmed: true },
      ],
      centralLines: [{ n: 3, day: '2026-10-01', kind: 'central', minutes: 120 }],
    },
  });
  expect((await secretary('sendReport')).body['refused']).toBe('NOT_SEEN');
  const seen = await member('seeReport');
  expect(seen.body).toMatchObject({ objectUntil: '2027-01-11T16:00:00.000Z' });
  expect((await secretary('sendReport')).body).toMatchObject({ refused: 'IN_OBJECTION_TIME' });
  const agreed = await member('agreeReport', { words: [4] });
  expect([agreed.status, agreed.units.write]).toEqual([200, expect.any(Number)]);
  const sent = await secretary('sendReport');
  expect(sent.status).toBe(200);
  const { number } = sent.body as { number: string };
  expect((await contact('readUnitReport', { number })).body['refused']).toBe('NOT_SIGNED');
  await stage.carry();
  const listed = (await contact('listUnitReports')).body['items'];
  expect(listed).toMatchObject([{ memberId: town.memberId, state: 'sent', number, minutes: 330 }]);
  expect(JSON.stringify(listed)).not.toMatch(/seenAt|agreedAt|objectUntil/);
  const { signed } = (await contact('readUnitReport', { number })).body as unknown as { signed: Signed };
  expect(signed.hash).toBe(createHash('sha256').update(signed.json).digest('hex'));
  const signature = Buffer.from(signed.signature, 'base64url');
  expect(verify(null, Buffer.from(signedText(signed.hash)), stage.publicKey, signature)).toBe(true);
  const left = JSON.parse(signed.json) as Record<string, unknown>;
  expect(left).toMatchObject({ number, words: ['谢谢您，小王'], confirmations: 1 });
  expect(signed.json).not.toMatch(/送饭|医院去|陪我|许愿|entryId|01[0-9A-HJKMNP-TV-Z]{24}|telephone|1[3-9]\d{9}/);
  expect(await contact('receiveReport', { number })).toMatchObject({ status: 200 });
  expect((await contact('receiveReport', { number })).body['refused']).toBe('ALREADY_DONE');
  expect(await mine()).toMatchObject({ state: 'read', readAt: stage.world.now.toISOString() });
  for (const sheet of [
    await contact('printUnitReport', { number }),
    await member('printMyReport'),
    await secretary('printReport'),
  ]) {
    const pdf = Buffer.from(String(sheet.body['base64']), 'base64');
    expect([pdf.subarray(0, 5).toString(), pdf.length < 300_000]).toEqual(['%PDF-', true]);
  }
  const code = signed.hash.slice(0, 16);
  const verified = await stage.call('verifyReport', { number, code });
  expect(verified.body).toMatchObject({ number, period: PERIOD, maskedName: '王*兰', minutes: 330, count: 4 });
  expect(JSON.stringify(verified.body)).not.toMatch(/王秀兰|支部|医院/);
  const wrong = [
    { number, code: '0'.repeat(16) },
    { number: '2027-0000000000', code },
  ];
  for (const one of wrong) expect((await stage.call('verifyReport', one)).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await secretary('prepareReport')).body['refused']).toBe('ALREADY_SENT');
  expect((await member('objectReport', { lines: [1], words: '晚了', goesAlong: false })).body['refused']).toBe(
    'ALREADY_SENT',
  );
});

test('an objection holds the report back until it is answered; left out, the line is gone from a new version that is seen anew', async () => {
  await secretary('prepareReport');
  await member('seeReport');
  const object = { lines: [2], words: '那天我没有去', goesAlong: false };
  expect(await member('objectReport', object)).toMatchObject({ status: 200 });
  expect((await member('objectReport', object)).body['refused']).toBe('ALREADY_DONE');
  later(30);
  for (const name of ['sendReport', 'prepareReport'] as const)
    expect((await secretary(name)).body['refused']).toBe('OBJECTION_OPEN');
  expect((await member('agreeReport', { words: [] })).body['refused']).toBe('OBJECTION_OPEN');
  const answered = await secretary('answerReport', { verdict: 'leftOut', words: '核对过，拿掉了' });
  expect(answered.body).toMatchObject({ version: 2 });
  const report = await mine();
  expect(report).toMatchObject({ state: 'prepared', version: 2, count: 3, minutes: 270 });
  expect(report.facts.lines.map(({ day }) => day)).toEqual(['2026-08-01', '2026-11-11']);
  expect(report.turns).toMatchObject([{ version: 1, lines: [2], verdict: 'leftOut', answer: '核对过，拿掉了' }]);
  expect((await secretary('sendReport')).body['refused']).toBe('NOT_SEEN');
  await member('objectReport', { lines: [1], words: '时长不对', goesAlong: false });
  await secretary('answerReport', { verdict: 'again', words: '已经按更正后的时长重做' });
  expect((await mine()).facts.lines.map(({ day }) => day)).toEqual(['2026-08-01', '2026-11-11']);
});

test('an objection that is kept gives the days again and goes along where the member wants it', async () => {
  await secretary('prepareReport');
  await member('objectReport', { lines: [1, 2], words: '这两次是同一天', goesAlong: true });
  await secretary('answerReport', { verdict: 'kept', words: '签到记录是两天' });
  expect(await mine()).toMatchObject({ state: 'kept', version: 1, objectUntil: '2027-01-11T16:00:00.000Z' });
  expect((await secretary('sendReport')).body['refused']).toBe('IN_OBJECTION_TIME');
  expect((await secretary('answerReport', { verdict: 'kept', words: '再说一次' })).body['refused']).toBe(
    'NO_OBJECTION',
  );
  later(8);
  expect((await secretary('sendReport')).status).toBe(200);
  await stage.carry();
  const { number } = await mine();
  const { signed } = (await contact('readUnitReport', { number })).body as unknown as { signed: Signed };
  expect(JSON.parse(signed.json)).toMatchObject({
    objection: { lines: [1, 2], words: '这两次是同一天', answer: '签到记录是两天' },
    words: [],
  });
});

test('the window over without a word is no objection; too late is too late', async () => {
  await secretary('prepareReport');
  await member('seeReport');
  later(8);
  expect((await member('objectReport', { lines: [1], words: '等等', goesAlong: true })).body['refused']).toBe(
    'OBJECTION_LATE',
  );
  expect((await secretary('sendReport')).status).toBe(200);
});

test('consent withdrawn in the middle: what was not sent stops for everybody but the member; what was sent stays with the unit', async () => {
  const other = await stage.person(['resident'], '李建国');
  await stage.reportIn(other, { branchId: town.branchId, unitId: town.unitId, displayName: '李建国' });
  await stage.line({ personId: other, day: '2026-09-09' });
  const ofOther = { memberId: other, period: PERIOD };
  await secretary('prepareReport');
  await member('agreeReport', { words: [] });
  await secretary('prepareReport', ofOther);
  await stage.call('agreeReport', { period: PERIOD, words: [] }, { as: other });
  await secretary('sendReport', ofOther);
  await stage.carry();
  await stage.agree(town.memberId, 'privacy');
  await stage.agree(other, 'privacy');

  expect(await mine()).toMatchObject({ state: 'stopped', count: 4 });
  for (const name of ['readBranchReport', 'sendReport', 'printReport', 'readMemberRecord', 'prepareReport'] as const)
    expect([name, (await secretary(name)).body]).toEqual([name, { refused: 'NOT_FOUND' }]);
  expect((await stage.call('listBranchReports', { period: PERIOD }, { as: town.secretaryId })).body['items']).toEqual(
    [],
  );
  expect((await member('readMyRecord')).body['refused']).toBe('NOT_REPORTED_IN');
  expect((await member('objectReport', { lines: [1], words: '不要发', goesAlong: false })).body['refused']).toBe(
    'REPORT_STOPPED',
  );
  const listed = (await contact('listUnitReports')).body['items'] as { number: string }[];
  expect(listed).toMatchObject([{ memberId: other, state: 'sent' }]);
  expect((await contact('readUnitReport', { number: listed[0]?.number })).status).toBe(200);
  const own = await stage.call('listMyReports', {}, { as: other });
  expect(own.body['items']).toMatchObject([{ state: 'sent' }]);

  // a new consent begins a new membership: only what was done since counts
  await stage.reportIn(town.memberId, { branchId: town.branchId, since: '2026-10-15T00:00:00.000Z' });
  expect((await secretary('readBranchReport')).body).toEqual({ refused: 'NOT_FOUND' });
  expect(await mine()).toMatchObject({ state: 'stopped' });
  expect((await secretary('prepareReport')).body).toMatchObject({ version: 2 });
  const anew = await mine();
  expect(anew).toMatchObject({ state: 'prepared', count: 1, facts: { fromDay: '2026-10-15' }, hasUnit: false });
  expect(anew.facts.lines.map(({ day }) => day)).toEqual(['2026-11-11']);
  await member('agreeReport', { words: [] });
  expect((await secretary('sendReport')).body['refused']).toBe('NO_UNIT');
});

test('a branch is prepared behind one request, once however often the event comes; who has nothing gets nothing', async () => {
  const idle = await stage.person(['resident'], '没有服务');
  await stage.reportIn(idle, { branchId: town.branchId, displayName: '没有服务' });
  const elsewhere = await stage.branch('第二党支部');
  const stranger = await stage.person();
  await stage.reportIn(stranger, { branchId: elsewhere.branchId });
  await stage.line({ personId: stranger, day: '2026-09-09' });
  expect((await secretary('prepareBranch')).status).toBe(400);
  const asked = await stage.call('prepareBranch', { period: PERIOD }, { as: town.secretaryId });
  expect(asked.status).toBe(200);
  const [event] = stage.said;
  for (let times = 0; times < 3; times += 1) await stage.bring({ ...event });
  const listed = await stage.call('listBranchReports', { period: PERIOD }, { as: town.secretaryId });
  expect(listed.body['items']).toMatchObject([{ memberId: town.memberId, version: 1, state: 'prepared' }]);
  expect((await stage.call('readMyReport', { period: PERIOD }, { as: stranger })).status).toBe(404);
  expect((await secretary('prepareReport', { memberId: idle })).body['refused']).toBe('NOTHING_TO_REPORT');
});

test('a period is the community’s and over; handed over on paper is marked so', async () => {
  expect((await secretary('prepareReport', { period: '2026-Q4' })).body).toMatchObject({ refused: 'NOT_A_PERIOD' });
  expect((await secretary('prepareReport', { period: '2027-H1' })).body['refused']).toBe('PERIOD_RUNNING');
  await secretary('prepareReport');
  await member('agreeReport', { words: [] });
  expect((await secretary('handOver')).body['refused']).toBe('NOT_FOUND');
  await secretary('sendReport');
  expect((await secretary('printReport')).body['refused']).toBe('NOT_SIGNED');
  expect((await secretary('handOver')).status).toBe(200);
  expect(await mine()).toMatchObject({ state: 'read', readOnPaper: true });
  expect((await secretary('handOver')).body['refused']).toBe('ALREADY_DONE');
});

test('the same service is once in the record and once in the report, whatever was corrected', async () => {
  const { second } = town;
  const place = { personId: town.memberId, day: '2026-09-05' };
  await stage.line({ ...place, minutes: -60, reverses: second.entryId });
  await stage.line({ ...place, minutes: 45 });
  await stage.line({ ...place, day: '2026-06-30', minutes: 500 });
  const record = await member('readMyRecord');
  const lines = record.body['items'] as { entryId: string; state: string; minutes: number; central: boolean }[];
  expect(lines.map(({ state, minutes }) => [state, minutes])).toEqual(
    expect.arrayContaining([
      ['takenBack', 60],
      ['reversal', -60],
      ['stands', 45],
      ['stands', 120],
    ]),
  );
  expect(lines).toHaveLength(6);
  expect(new Set(lines.map(({ entryId }) => entryId)).size).toBe(6);
  const sums = (await member('sumMyRecord')).body;
  expect(sums).toMatchObject({ service: { count: 3, minutes: 195 }, central: { count: 1 }, confirmations: 1 });
  await secretary('prepareReport');
  const { facts } = await mine();
  expect([facts.service.minutes, facts.central.minutes]).toEqual([195, 120]);
  const net = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  expect(net).toBe(facts.service.minutes + facts.central.minutes);
});
