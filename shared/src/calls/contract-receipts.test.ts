import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { calls } from './contract';
import { id, plan, type Name } from './test-inputs';

const at = plan.startsAt;
const [callId, personId] = [id(1), id(2)];
const receipt = { callId, at };
const ofCheck = { shiftId: callId, personId, at, band: 'here', late: true, minutes: 120, grade: 'placed' };
const RECEIPTS: Partial<Record<Name, Record<string, unknown>>> = {
  openCall: { ...receipt, quiet: true },
  ...{ cancelCall: receipt, endCall: receipt, takeCall: receipt },
  answerCall: { callId, answer: 'withdrawn', at },
  ...{ checkIn: ofCheck, checkOut: ofCheck, scanVolunteer: ofCheck, confirmService: ofCheck, capService: ofCheck },
};
const gives = (name: Name, answer: unknown) =>
  (calls[name] as Route).output.safeParse(answer, { jitless: true }).success;
const commands = (Object.keys(calls) as Name[]).filter((name) => isCommand(calls[name]));

test.each(commands)('the receipt of %s is whole, and has no room for a name, a phone or a text', (name) => {
  const good = RECEIPTS[name] ?? {};
  expect(gives(name, good)).toBe(true);
  for (const field of Object.keys(good)) {
    for (const leak of ['王阿姨家在 3 号楼', '13800000000', { name: '王阿姨' }])
      expect([field, gives(name, { ...good, [field]: leak })]).toEqual([field, false]);
    const { [field]: _, ...rest } = good;
    expect([field, gives(name, rest)]).toEqual([field, ['band', 'late', 'minutes', 'grade'].includes(field)]);
  }
  for (const more of ['name', 'title', 'reason', 'branchId', 'asked'])
    expect([more, gives(name, { ...good, [more]: '1' })]).toEqual([more, false]);
});

const shift = {
  shiftId: callId,
  activityId: callId,
  startsAt: at,
  endsAt: plan.endsAt,
  slots: 5,
  taken: 1,
  waiting: 0,
};
const call = { callId, cause: 'flood', title: '搬沙袋', place: '楼前', status: 'published', at, quiet: false, shift };
const whole = { about: '来搬', skills: ['repair'], buildings: ['3号楼'] };
const place = { shiftId: callId, activityId: callId, personId, name: '李敏', place: 'taken', at };
const mine = { call, answer: 'coming', askedAt: at, answeredAt: at, place };
const member = { personId, name: '李敏', skills: [], answer: 'asked', askedAt: at };
test.each([
  ['listMine', mine],
  ['listCalls', call],
  [
    'listStreetCalls',
    {
      ...{ callId, communityId: '310106000001', communityName: '幸福社区', cause: 'flood', title: '搬沙袋' },
      ...{ status: 'published', at, startsAt: at, endsAt: at, endedAt: at, needed: 5, asked: 9 },
      said: { coming: 3, arrived: 0, cannot: 3, withdrawn: 0, noAnswer: 3 },
    },
  ],
  ['listAnswers', { ...member, building: '3号楼', answeredAt: at }],
  ['listAttendance', place],
] as [Name, Record<string, unknown>][])(
  '%s shows its items, a cursor when there is more, and nothing that was not declared',
  (name, item) => {
    expect([gives(name, { items: [item, item] }), gives(name, { items: [], next: 'c' })]).toEqual([true, true]);
    expect([gives(name, { items: [item], next: '' }), gives(name, { items: [item], total: 1 })]).toEqual([
      false,
      false,
    ]);
    for (const more of ['phone', 'branchId', 'organiserId', 'unitId', 'kindOfMember', 'pk'])
      expect([more, gives(name, { items: [{ ...item, [more]: 1 }] })]).toEqual([more, false]);
  },
);
test('a call is read whole by those who were asked and those who watch; a board is numbers', () => {
  expect([gives('readCall', { ...call, ...whole, leads: true }), gives('readMine', { ...mine, ...whole })]).toEqual([
    ...[true, true],
  ]);
  expect([gives('readCall', { ...call, ...whole }), gives('readMine', mine)]).toEqual([false, false]);
  const counts = { needed: 5, asked: 9, coming: 3, arrived: 1, cannot: 2, withdrawn: 1, noAnswer: 3, asking: false };
  expect(gives('readBoard', counts)).toBe(true);
  for (const field of Object.keys(counts))
    expect([field, gives('readBoard', { ...counts, [field]: '李敏' })]).toEqual([field, false]);
});

const declared = [...new Set(Object.values(calls).flatMap(({ refusals }) => refusals as readonly RefusalCode[]))];
const FACTS: Partial<Record<RefusalCode, Record<string, string | number>>> = {
  ...{ TEXT_RISKY: { reason: '疑似广告' }, CALL_FAR: { days: 7 }, CHECK_IN_EARLY: { minutes: 30 } },
  ...{ CHECK_OUT_OVER: { minutes: 60 }, SYNC_OVER: { days: 7 } },
};
test.each(declared)('%s is a sentence in Chinese, with its figures, and never a success', (refused) => {
  const facts = FACTS[refused];
  const said = says(facts ? { refused, facts } : { refused });
  expect(said).toMatch(/^[\p{Script=Han}“].*。$/u);
  expect(said).not.toMatch(/…|\{|[A-Z]{3}/);
  for (const fact of Object.values(facts ?? {})) expect(said).toContain(String(fact));
  expect([400, 403, 404, 409]).toContain(REFUSALS[refused][0]);
});
