import { issuedWords, missingFrom, newDraft } from './model';

const draft = newDraft('金秋花园社区', '李静', new Date('2026-12-31T17:00:00.000Z'));
const whole = { ...draft, responsible: '陈国强', contact: '0571-87654321' };

test('a new one is of this year in China, to today', () => {
  expect(draft).toMatchObject({ fromDay: '2027-01-01', toDay: '2027-01-01', issuer: '金秋花园社区', handler: '李静' });
});

test.each([
  [draft, 0, '请先选志愿者。'],
  [draft, 51, '一次最多 50 人，请分几次出具。'],
  [{ ...whole, fromDay: '2027-02-01' }, 1, '结束日期要在开始日期以后。'],
  [draft, 1, '请填写负责人。'],
  [{ ...whole, contact: ' ' }, 1, '请填写联系方式。'],
  [whole, 50, undefined],
])('%#: what is missing is said', (one, count, words) => expect(missingFrom(one, count)).toBe(words));

test('what was issued is said, and who was left out', () => {
  expect(issuedWords({ issued: 45, skipped: 0 })).toBe('已出具 45 份。');
  expect(issuedWords({ issued: 45, skipped: 2 })).toBe('已出具 45 份；2 人这段时间没有可证明的时长，没有出具。');
});
