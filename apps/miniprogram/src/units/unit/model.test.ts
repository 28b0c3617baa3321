import { EMPTY, missingWords } from './model';

const WHOLE = { about: '共用会议室', from: '2026-11-01', until: '2027-10-31' };
test.each([
  [EMPTY, '请填写协议内容。'],
  [{ ...WHOLE, from: '' }, '请选择开始和到期的日期。'],
  [{ ...WHOLE, until: '' }, '请选择开始和到期的日期。'],
  [{ ...WHOLE, until: '2026-10-31' }, '到期的日期不能早于开始的日期。'],
  [{ ...WHOLE, until: WHOLE.from }, undefined],
  [WHOLE, undefined],
])('of %j is missing: %s', (draft, words) => expect(missingWords(draft)).toBe(words));
