import { checkedWords, isScanned, saidOf } from './check-words';

const iso = (time: string) => `2026-11-${time}:00.000Z`;
const receipt = { shiftId: 's', personId: 'me', at: iso('27T01:02') };
test.each([
  ['in', { band: 'here' }, '已签到（上午9点02分）。手机在服务地点。走的时候记得签退。'],
  ['in', { band: 'unknown' }, '已签到（上午9点02分）。走的时候记得签退。'],
  ['out', { minutes: 95 }, '已签退，这次记 1小时35分。谢谢您！'],
  ['out', { late: true }, '已收到补传的扫码，等组织者确认时间。'],
] as const)('a check (%s, %j) is told in words', (way, more, words) => {
  expect(checkedWords(way, { ...receipt, ...more })).toBe(words);
});

test('what was scanned is kept without a network; six digits are not, and that is said', () => {
  expect([isScanned('GZ1.abc.xyz'), isScanned('123456')]).toEqual([true, false]);
  const offline = { ok: false, broken: true, offline: true, says: '网络连接不上。' } as const;
  expect(saidOf('in', offline)).toContain('请扫码');
  expect(saidOf('in', { ...offline, queued: true, says: '已经存好' })).toBe('已经存好');
  expect(saidOf('out', { ok: true, value: { ...receipt, minutes: 60 } })).toContain('记 1小时');
});
