import { codePoints } from './fields';
import { Kind, KINDS } from './announcement-kinds';

test('every kind has its own words, which a subscribe message can show whole', () => {
  const words = Kind.options.map((kind) => KINDS[kind]);
  expect(new Set(words).size).toBe(5);
  expect(words.filter((word) => codePoints(word) > 5 || !/^\p{Script=Han}+$/u.test(word))).toEqual([]);
});

test('what is no kind is refused in words', () => {
  const wrong = Kind.safeParse('advert');
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual(['请选择通知的种类']);
});
