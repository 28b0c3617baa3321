import { fits, typedOf } from './model';

test('what is typed from paper is read as it is printed', () => {
  const typed = typedOf(' 2027-ab2cd3ef4g ', '0123 4567 89AB CDEF');
  expect(typed).toEqual({ number: '2027-AB2CD3EF4G', code: '0123456789abcdef' });
  expect(fits(typed)).toBe(true);
});

test.each([
  ['', '0123456789abcdef'],
  ['2027-AB2CD3EF4', '0123456789abcdef'],
  ['2027-AB2CD3EF4U', '0123456789abcdef'],
  ['2027-AB2CD3EF4G', '0123456789abcde'],
  ['2027-AB2CD3EF4G', '0123456789abcdeg'],
])('%s with %s cannot be looked up', (number, code) => expect(fits(typedOf(number, code))).toBe(false));
