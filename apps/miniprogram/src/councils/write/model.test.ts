import { EMPTY, added, changed, draftOf, faultsOf, isEmpty, pasted, removed } from './model';

test.each([undefined, '', 'not json', '{"title":1', 'null'])(
  'an unreadable draft (%s) is an empty one, never an error',
  (kept) => {
    expect(draftOf(kept)).toEqual(EMPTY);
  },
);

test('a kept draft comes back as it was', () => {
  const draft = { title: '装扶手', grounds: '老人多', recommendations: [{ title: '装', body: '每层都装' }] };
  expect(draftOf(JSON.stringify(draft))).toEqual(draft);
});

test('a pasted paper fills the fields and keeps a title already written', () => {
  const draft = pasted({ ...EMPTY, title: '我的题目' }, '一、现状\n灯坏了\n二、建议\n（一）换灯\n换感应灯');
  expect(draft).toEqual({
    title: '我的题目',
    grounds: '一、现状\n灯坏了',
    recommendations: [{ title: '换灯', body: '换感应灯' }],
  });
});

test('recommendations are added, changed and removed without touching the rest', () => {
  const two = added(changed(EMPTY, 0, { title: '甲' }));
  expect(two.recommendations).toEqual([
    { title: '甲', body: '' },
    { title: '', body: '' },
  ]);
  expect(removed(two, 0).recommendations).toEqual([{ title: '', body: '' }]);
  expect(isEmpty(EMPTY)).toBe(true);
  expect(isEmpty(two)).toBe(false);
});

test('faults are named by field in words', () => {
  expect(faultsOf({ ...EMPTY, title: '😀' })).toEqual({
    title: '标题要有文字，不能只有表情或符号',
    grounds: '请填写理由和现状',
    'recommendations.0.title': '请填写建议标题',
    'recommendations.0.body': '请填写建议内容',
  });
});
