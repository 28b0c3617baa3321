import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Case } from '@gongzhi/shared/hours/case-model';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import type { Entry } from '@gongzhi/shared/hours/model';
import { stageHours, type Stage } from './test-hours';

/** Many at once, long histories, and the same thing asked twice: what must hold where people and phones do not wait for each other. */
let engine: TestTables;
let stage: Stage;
let worker: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageHours(engine.endpoint);
  worker = await stage.person(['worker'], '李静');
});
afterEach(() => stage.close());

test('forty who leave one event at the same time are each entered once, and the activity’s account is their sum', async () => {
  const shift = stage.shift({ length: 90 });
  const all = await Promise.all(Array.from({ length: 40 }, () => stage.person()));
  await Promise.all(all.map((volunteerId) => stage.settle({ volunteerId, shift })));
  const { lines, mirrors, balance } = await stage.books(all);
  expect({ lines: lines.length, mirrors: mirrors.length, balance }).toEqual({ lines: 40, mirrors: 40, balance: 0 });
  expect(stage.minutesIn(mirrors)).toBe(-40 * 90);
});

test('a long history is read in pages, the latest service first, none left out; the total costs the same as with one line', async () => {
  const volunteer = await stage.person();
  const shifts = Array.from({ length: 25 }, (_, i) =>
    stage.shift({ day: 1 + (i % 22), hour: i < 22 ? 8 : 14, length: 60 }),
  );
  for (const shift of shifts) await stage.settle({ volunteerId: volunteer, shift });
  const first = await stage.call('listMyEntries', {}, { as: volunteer });
  const second = await stage.call('listMyEntries', { cursor: first.body['next'] }, { as: volunteer });
  const items = [first, second].flatMap(({ body }) => body['items'] as Entry[]);
  expect([(first.body['items'] as Entry[]).length, items.length]).toEqual([20, 25]);
  expect(new Set(items.map(({ entryId }) => entryId)).size).toBe(25);
  expect(items.map(({ from }) => from)).toEqual(
    items
      .map(({ from }) => from)
      .sort()
      .reverse(),
  );
  expect(second.body['next']).toBeUndefined();
  const { units, body } = await stage.call('readMyTotals', {}, { as: volunteer });
  expect([units.read, body['recorded']]).toEqual([3, 25 * 60]); // who is calling: 2
  const stranger = await stage.person();
  const stolen = await stage.call('listMyEntries', { cursor: first.body['next'] }, { as: stranger });
  expect(stolen.body['refused']).toBe('BAD_CURSOR');
});

test('two who answer one case at once: one answer stands, and the ledger does what that one says', async () => {
  const volunteer = await stage.person();
  const chair = await stage.person(['chair'], '陈国强');
  const shift = stage.shift();
  await stage.settle({ volunteerId: volunteer, shift, minutes: 60 });
  const [line] = (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
  const ask = { entryId: line?.entryId, from: line?.from, wanted: 100, why: '提前到了' };
  const { body: asked } = await stage.call('askCorrection', ask, { as: volunteer });
  const { caseId } = asked;
  const answers = await Promise.all([
    stage.call('answerCase', { caseId, verdict: 'accept', words: '属实' }, { as: worker }),
    stage.call('answerCase', { caseId, verdict: 'decline', words: '没有看到' }, { as: chair }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  await Promise.all([stage.carry(volunteer), stage.carry(volunteer), stage.carry(volunteer)]);
  const accepted = answers[0]?.status === 200;
  expect((await stage.call('readMyTotals', {}, { as: volunteer })).body['recorded']).toBe(accepted ? 100 : 60);
  const [mine] = (await stage.call('listMyCases', {}, { as: volunteer })).body['items'] as Case[];
  expect(mine).toMatchObject({ state: accepted ? 'accepted' : 'declined', answeredBy: accepted ? '李静' : '陈国强' });
  expect((await stage.books([volunteer])).balance).toBe(0);
});

test('the same request twice is done once and answered alike; another under its key is refused', async () => {
  const volunteer = await stage.person();
  await stage.settle({ volunteerId: volunteer, shift: stage.shift() });
  const issue = {
    ...{ fromDay: '2026-11-01', toDay: '2026-11-22', volunteers: [{ volunteerId: volunteer }] },
    ...{ issuer: '金秋花园社区', responsible: '李静', handler: '何芳', contact: '0571-87654321' },
  };
  const key = 'issue-once-0001';
  const first = await stage.call('issueCertificates', issue, { as: worker, key });
  const again = await stage.call('issueCertificates', issue, { as: worker, key });
  expect(again.body).toEqual(first.body);
  const other = await stage.call('issueCertificates', { ...issue, handler: '别人' }, { as: worker, key });
  expect(other.body['refused']).toBe('KEY_REUSED');
  const held = (await stage.call('listMyCertificates', {}, { as: volunteer })).body['items'] as Certificate[];
  expect(held).toHaveLength(1);
  const number = held[0]?.number;
  const revoked = await Promise.all(
    [1, 2, 3].map(() => stage.call('revokeCertificate', { number, reason: '重复出具' }, { as: worker })),
  );
  expect(revoked.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('cases wait by their last day, leave the lists when they are answered, and an organiser sees their own', async () => {
  const organiser = await stage.person(['resident'], '赵大伟');
  const people = await Promise.all(['王秀兰', '何芳'].map((name) => stage.person(['resident'], name)));
  for (const [i, volunteerId] of people.entries()) {
    await stage.settle({ volunteerId, shift: stage.shift({ title: '早一些' }) });
    await stage.settle({
      volunteerId,
      shift: stage.shift({ title: '撞在一起', ...(i === 0 ? { organiserId: organiser } : {}) }),
    });
    stage.world.now = new Date(stage.world.now.getTime() + 3 * 86_400_000);
  }
  const open = async () => (await stage.call('listOpenCases', {}, { as: worker })).body['items'] as Case[];
  const organised = async () => (await stage.call('listOrganisedCases', {}, { as: organiser })).body['items'] as Case[];
  expect((await open()).map(({ volunteerName }) => volunteerName)).toEqual(['王秀兰', '何芳']);
  const [own] = await organised();
  expect(own).toMatchObject({ volunteerName: '王秀兰', title: '撞在一起', reasons: ['overlap'] });
  expect((await stage.call('listOpenCases', {}, { as: organiser })).status).toBe(403);
  expect((await stage.call('readCase', { caseId: own?.caseId }, { as: people[0]! })).body).toMatchObject({
    state: 'open',
  });
  expect((await stage.call('readCase', { caseId: own?.caseId }, { as: people[1]! })).status).toBe(404);
  const keep = { caseId: own?.caseId, verdict: 'accept', words: '两边都到过' };
  expect((await stage.call('answerCase', keep, { as: organiser })).status).toBe(200);
  expect(await organised()).toEqual([]);
  expect((await open()).map(({ volunteerName }) => volunteerName)).toEqual(['何芳']);
});

test('events and receipts name nobody: ids, instants and numbers only', async () => {
  const volunteer = await stage.person(['resident'], '王秀兰');
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ title: '给独居老人送饭' }) });
  const [line] = (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
  const ask = { entryId: line?.entryId, from: line?.from, wanted: 100, why: '提前离开了一会儿' };
  const { body } = await stage.call('askCorrection', ask, { as: volunteer });
  await stage.call('answerCase', { caseId: body['caseId'], verdict: 'accept', words: '属实' }, { as: worker });
  await stage.carry(volunteer);
  const told = JSON.stringify(await stage.events(volunteer));
  for (const words of ['王秀兰', '李静', '送饭', '提前离开', '属实']) expect(told).not.toContain(words);
  expect((await stage.events(volunteer)).map(({ type }) => type).sort()).toEqual([
    ...['hours.case-answered', 'hours.correction-asked', 'hours.entered', 'hours.entered', 'hours.entered'],
  ]);
});
