import { draftOf, markFault, refWords, saidOf, sideWords } from './model';

const ref = { from: '2026-09-05T01:00:00.000Z', entryId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' };

test('criteria without a word are left out of what is sent', () => {
  const draft = { c1: { words: '送了四次饭', refs: [ref] }, c2: { words: ' ', refs: [] } };
  expect(saidOf([{ criterionId: 'c1' }, { criterionId: 'c2' }, { criterionId: 'c3' }], draft)).toEqual([
    { criterionId: 'c1', words: '送了四次饭', refs: [ref] },
  ]);
});

test.each(['打95分', '全社区第一名', '不合格', '评为A级'])('%s judges, and the page says so', (words) =>
  expect(markFault(words)).toContain('不打分'),
);
test.each(['每次 90 分钟', '第三次来时下着雨', ''])('“%s” says what was', (words) =>
  expect(markFault(words)).toBeUndefined(),
);

test('who says it and what it points at are told in words', () => {
  expect(sideWords('branch')).toBe('党支部');
  expect([refWords([ref]), refWords([])]).toEqual(['依据：9月5日（周六）的服务', '']);
});

test('what a side said before is there to be written on', () => {
  const said = [{ side: 'branch' as const, at: ref.from, words: '认真', refs: [ref] }];
  const criteria = [{ criterionId: 'c1', title: '服务能力', asks: '做了什么？', said }];
  expect(draftOf({ criteria }, 'branch')).toEqual({ c1: { words: '认真', refs: [ref] } });
  expect(draftOf({ criteria }, 'self')).toEqual({});
});
