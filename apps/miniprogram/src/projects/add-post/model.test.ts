import { EMPTY, missingWords } from './model';

const WHOLE = { className: '治安巡逻', title: '夜间巡逻', about: '每周三', slots: '2' };
test.each([
  [EMPTY, '请选择岗位类别。'],
  [{ ...WHOLE, title: ' ' }, '请填写岗位名称和做什么。'],
  [{ ...WHOLE, about: '' }, '请填写岗位名称和做什么。'],
  [{ ...WHOLE, slots: '' }, '请填写人数，1 到 20。'],
  [{ ...WHOLE, slots: '21' }, '请填写人数，1 到 20。'],
  [{ ...WHOLE, slots: '1.5' }, '请填写人数，1 到 20。'],
  [{ ...WHOLE, slots: '20' }, undefined],
])('of %j is missing: %s', (draft, words) => expect(missingWords(draft, 20)).toBe(words));
