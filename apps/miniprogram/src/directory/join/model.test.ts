import { codeOf, communityOf } from './model';

test.each([
  ['abcde12345', 'ABCDE-12345'],
  ['ABCDE-12345', 'ABCDE-12345'],
  [' abcde 12345 ', 'ABCDE-12345'],
  ['abc', 'ABC'],
  ['https://x.cn/#/directory/join/index?communityId=330102004051&code=ABCDE12345', 'ABCDE-12345'],
  ['', ''],
])('what was typed or scanned (%s) becomes %s', (typed, code) => expect(codeOf(typed)).toBe(code));

test('a scanned link names its community', () => {
  expect(communityOf('https://x.cn/#/directory/join/index?communityId=330102004051&code=A')).toBe('330102004051');
  expect(communityOf('ABCDE12345')).toBeUndefined();
});
