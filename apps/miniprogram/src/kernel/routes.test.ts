import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, TABS, pagePath, paramsOf, subpackages, tabPath } from './routes';

test('an address carries its parameters, encoded, and leaves out those not given', () => {
  expect(pagePath('votes', 'vote', { communityId: '310110009001', voteId: 'a b' })).toBe(
    '/votes/vote/index?communityId=310110009001&voteId=a%20b',
  );
  expect(pagePath('directory', 'join', {})).toBe('/directory/join/index');
  expect(tabPath('me')).toBe('/tabs/me/index');
});

test("a page gets its own parameters, decoded, and none of the platform's", () => {
  const given = { communityId: '310110009001', code: 'AB2CD%2D', $taroTimestamp: '1', scene: 'x' };
  expect(paramsOf('directory', 'join', given)).toEqual({ communityId: '310110009001', code: 'AB2CD-' });
  expect(paramsOf('directory', 'join', { code: '%' })).toEqual({ code: '%' });
});

test('every page named is there, and each slice is one subpackage', () => {
  const named = [
    ...Object.keys(TABS).map((tab) => `tabs/${tab}/index`),
    ...subpackages().flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
  expect(named.filter((page) => !existsSync(join(__dirname, '..', `${page}.tsx`)))).toEqual([]);
  expect(subpackages().map(({ root }) => root)).toEqual(Object.keys(PAGES));
});
