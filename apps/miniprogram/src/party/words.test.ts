import type { Report, State } from '@gongzhi/shared/party/model';
import { accessWords, buildingWords, confirmWords, namable, nextWords, skillWords, tagOf, untilWords } from './words';

const at = '2026-11-27T02:00:00.000Z';
const report = (more: Partial<Report>): Report => ({
  ...{ personId: 'p', displayName: '王秀兰', kind: 'inService', state: 'asked', askedAt: at, renewing: false },
  ...{ endsSoon: false, skills: [], branch: { branchId: 'b', name: '第一支部' }, open: false },
  ...more,
});

test.each<[string, Partial<Report>, RegExp]>([
  ['nobody confirmed', {}, /还等您的单位和社区确认/],
  ['the branch is missing', { kind: 'branch', community: { at, by: 'app' } }, /还等支部书记确认/],
  ['the community is missing', { organisation: { at, by: 'app' } }, /还等社区确认/],
  ['it counts', { state: 'valid', validUntil: '2027-11-30T16:00:00.000Z' }, /^到2027年11月底为止。$/],
  ['it ends soon', { state: 'valid', endsSoon: true, validUntil: '2027-11-30T16:00:00.000Z' }, /可以续期/],
  ['it waits for another term', { state: 'valid', endsSoon: true, renewing: true }, /等社区确认/],
  ['its time is over', { state: 'ended' }, /重新报到/],
  ['it was declined', { state: 'declined' }, /再报到一次/],
  ['the consent is withdrawn', { state: 'withdrawn' }, /都看不到/],
])('what comes next when %s', (_, more, words) => expect(nextWords(report(more))).toMatch(words));

test('a tag says what matters most', () => {
  const valid = { state: 'valid' as State, renewing: false, endsSoon: false };
  expect([
    tagOf(valid),
    tagOf({ ...valid, endsSoon: true }),
    tagOf({ ...valid, endsSoon: true, renewing: true }),
  ]).toEqual([
    { label: '有效', tone: 'active' },
    { label: '快到期', tone: 'waiting' },
    { label: '等续期', tone: 'waiting' },
  ]);
});

test('who confirmed, how, and who has not', () => {
  expect(confirmWords({ kind: 'branch' })).toEqual([
    { label: '支部确认', value: '还没有' },
    { label: '社区确认', value: '还没有' },
  ]);
  expect(confirmWords({ kind: 'company', organisation: { at, by: 'paper' } })[0]).toEqual({
    label: '单位确认',
    value: '2026年11月27日（凭纸质证明）',
  });
});

test('months, buildings, skills and readings as people say them', () => {
  expect(untilWords('2027-02-28T16:00:00.000Z')).toBe('2027年2月底');
  expect([buildingWords('3'), buildingWords('3号楼'), buildingWords('A-2')]).toEqual(['3号楼', '3号楼', 'A-2号楼']);
  expect(skillWords(['repair', 'law', 'new'])).toBe('水电维修、法律咨询、new');
  const reading = { day: '2026-11-27', at, as: 'secretary', what: 'branch', readerName: '何芳' } as const;
  expect(accessWords({ ...reading, times: 3 })).toBe('支部书记何芳看了支部名单，3 次');
  expect(accessWords({ ...reading, times: 1 })).toBe('支部书记何芳看了支部名单');
});

test('a unit that was closed is named by nobody new', () => {
  const open: { name: string; closed?: object } = { name: '市第三医院' };
  expect(namable([open, { name: '小学', closed: { at: '', reason: '' } }])).toEqual([open]);
});
