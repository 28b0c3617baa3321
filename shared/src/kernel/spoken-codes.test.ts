import { bareCode, codeIn, groupCode, isWhole, spokenCode } from './spoken-codes';

test.each([
  ['abcde12345', 'ABCDE-12345'],
  ['ABCDE-12345', 'ABCDE-12345'],
  [' abcde 12345 ', 'ABCDE-12345'],
  ['abc', 'ABC'],
  ['https://x.cn/#/directory/join/index?communityId=330102004051&code=ABCDE12345', 'ABCDE-12345'],
  ['', ''],
])('what was typed or scanned (%s) becomes %s', (typed, code) => {
  expect(codeIn(typed)).toBe(code);
  expect(isWhole(codeIn(typed))).toBe(code.length === 11);
});

test('a code is grouped to be read and bare to be compared', () => {
  expect(groupCode('ABCDE12345')).toBe('ABCDE-12345');
  expect(bareCode('ABCDE-12345')).toBe('ABCDE12345');
});

test.each([
  [' abcde-12345 ', true],
  ['ABCDE12345', true],
  ['ABCDE1234', false],
  ['ABCDE-1234I', false],
  ['ABCDEF-12345', false],
])('%s is a code: %s', (typed, good) => {
  expect(spokenCode('答题码').safeParse(typed, { jitless: true }).success).toBe(good);
});

test('what is no code is said with its name', () => {
  const { error } = spokenCode('答题码').safeParse('1', { jitless: true });
  expect(error?.issues[0]?.message).toBe('答题码是 10 位字符，不含字母 I、L、O、U');
});
