import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import { DAY } from '@gongzhi/shared/kernel/time';
import { stageHours, type Stage } from './test-hours';

let engine: TestTables;
let stage: Stage;
let volunteer: string;
let worker: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageHours(engine.endpoint);
  volunteer = await stage.person(['resident'], '王秀兰');
  worker = await stage.person(['worker'], '李静');
});
afterEach(() => stage.close());

const SAID = { issuer: '金秋花园社区居民委员会', responsible: '李静', handler: '何芳', contact: '0571-87654321' };
const issue = (volunteers: readonly string[], more: Record<string, unknown> = {}) =>
  stage.call(
    'issueCertificates',
    {
      fromDay: '2026-11-01',
      toDay: '2026-11-22',
      volunteers: volunteers.map((volunteerId) => ({ volunteerId })),
      ...SAID,
      ...more,
    },
    { as: worker },
  );
const pass = (days: number) => void (stage.world.now = new Date(stage.world.now.getTime() + days * DAY));
const mine = async () => (await stage.call('listMyCertificates', {}, { as: volunteer })).body['items'] as Certificate[];

test('a certificate proves what stands of its time and nothing that is questioned or outside; it hangs out, is printed, verified and revoked', async () => {
  await stage.settle({
    volunteerId: volunteer,
    shift: stage.shift({ day: 21, title: '给独居老人送饭' }),
    minutes: 95,
    grade: 'placed',
  });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ day: 21, title: '同时在别处' }) });
  const replaced = stage.shift({ day: 20, title: '清扫楼道' });
  await stage.settle({ volunteerId: volunteer, shift: replaced, minutes: 50 });
  await stage.settle({ volunteerId: volunteer, shift: replaced, minutes: 40, version: 2 });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ day: 23, hour: 0, length: 60, title: '第二天' }) });
  const issued = await issue([volunteer]);
  expect(issued).toMatchObject({
    status: 200,
    body: { issued: 1, skipped: 0, publicUntil: '2026-11-30T16:00:00.000Z' },
  });
  expect(JSON.stringify(issued.body)).not.toContain('王秀兰');
  const [one] = await mine();
  expect(one).toMatchObject({
    ...{ name: '王秀兰', recorded: 135, hours: '2', state: 'public', more: 0, ...SAID },
    grades: [
      { grade: 'placed', minutes: 95 },
      { grade: 'scanned', minutes: 40 },
    ],
    lines: [
      { title: '给独居老人送饭', day: '2026-11-21', minutes: 95 },
      { title: '清扫楼道', day: '2026-11-20', minutes: 40 },
    ],
  });
  const number = one?.number;
  const { batchId } = issued.body;
  expect((await stage.call('printMyCertificate', { number }, { as: volunteer })).body).toMatchObject({
    refused: 'IN_PUBLICITY',
  });
  expect((await stage.call('printBatch', { batchId }, { as: worker })).body['refused']).toBe('IN_PUBLICITY');
  const hung = (await stage.call('listPublicity')).body['items'];
  expect(hung).toMatchObject([{ number, maskedName: '王*兰', recorded: 135, state: 'public' }]);
  pass(8);
  expect((await stage.call('listPublicity')).body['items']).toEqual([]);
  const sheet = await stage.call('printMyCertificate', { number }, { as: volunteer });
  expect(Buffer.from(String(sheet.body['base64']), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect((await stage.call('printMyCertificate', { number }, { as: worker })).status).toBe(404);
  expect((await stage.call('printBatch', { batchId }, { as: worker })).status).toBe(200);
  const seen = await stage.call('verifyCertificate', { number });
  expect(seen).toMatchObject({
    status: 200,
    body: { state: 'valid', maskedName: '王*兰', hours: '2', issuer: SAID.issuer },
  });
  expect(JSON.stringify(seen.body)).not.toMatch(/王秀兰|送饭|0571/);
  expect((await stage.call('verifyCertificate', { number: '2026-0000000000' })).status).toBe(404);
  const revoked = await stage.call('revokeCertificate', { number, reason: '重复出具' }, { as: worker });
  expect(revoked.status).toBe(200);
  expect(revoked.units.write).toBeLessThanOrEqual(8);
  expect((await stage.call('revokeCertificate', { number, reason: '再来' }, { as: worker })).body['refused']).toBe(
    'ALREADY_DECIDED',
  );
  expect((await stage.call('verifyCertificate', { number })).body).toMatchObject({
    ...{ state: 'revoked', revokedAt: stage.world.now.toISOString(), revokedReason: '重复出具' },
  });
  expect((await stage.call('printMyCertificate', { number }, { as: volunteer })).body['refused']).toBe(
    'CERTIFICATE_REVOKED',
  );
  expect((await stage.call('printBatch', { batchId }, { as: worker })).body['refused']).toBe('CERTIFICATE_REVOKED');
});

test('a class of fifty is issued at once within its units and printed at once; who has no minutes is left out and counted', async () => {
  await stage.call(
    'changeRule',
    { answerWorkingDays: 10, publicityDays: 0, mostMinutesADay: 720, stepMinutes: 30 },
    { as: worker },
  );
  const pupils: string[] = [];
  const shifts = Array.from({ length: 9 }, (_, i) =>
    stage.shift({ day: 10 + i, title: `图书馆整理图书与引导读者服务志愿岗位之第${i + 1}场次活动` }),
  );
  for (let n = 0; n < 50; n += 1) pupils.push(await stage.person(['resident'], `学生${n}`));
  for (const shift of shifts)
    await Promise.all(pupils.slice(0, 49).map((volunteerId) => stage.settle({ volunteerId, shift })));
  const issued = await issue(pupils);
  expect(issued).toMatchObject({ status: 200, body: { issued: 49, skipped: 1 } });
  expect(issued.units.write).toBeLessThanOrEqual(49 * 8 + 8);
  const { batchId } = issued.body;
  expect((await stage.call('listBatches', {}, { as: worker })).body['items']).toMatchObject([{ batchId, count: 49 }]);
  const batch = (await stage.call('readBatch', { batchId }, { as: worker })).body['items'] as Certificate[];
  expect(batch.map(({ hours, more, lines }) => [hours, more, lines.length])).toEqual(
    Array.from({ length: 49 }, () => ['18', 1, 8]),
  );
  expect(new Set(batch.map(({ number }) => number)).size).toBe(49);
  const sheet = await stage.call('printBatch', { batchId }, { as: worker });
  expect(sheet.body['fileName']).toBe('志愿服务记录证明-49份.pdf');
  expect((await stage.call('listPublicity')).body['items']).toEqual([]);
}, 180_000);

test('nobody issues their own, for strangers, or for nothing; only workers issue', async () => {
  expect((await issue([volunteer])).body['refused']).toBe('NOTHING_TO_CERTIFY');
  expect((await issue([worker])).body['refused']).toBe('OWN_HOURS');
  expect((await issue([stage.id()])).body['refused']).toBe('NO_SUCH_VOLUNTEER');
  const input = { fromDay: '2026-11-01', toDay: '2026-11-22', volunteers: [{ volunteerId: worker }], ...SAID };
  expect((await stage.call('issueCertificates', input, { as: volunteer })).status).toBe(403);
  stage.world.check = { suggest: 'risky', label: 10_001 };
  expect((await issue([volunteer])).body['refused']).toBe('TEXT_RISKY');
});
