import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { directory } from './contract';
import { GrantableRole, STAFF } from './model';
import { issuesOf } from './test-issues';

const routes: [string, Route][] = Object.entries(directory);
const communityId = '330102004051';
const ID = '01JD0000000000000000PR0P01';

test('an id that is not one is refused in every route that names it', () => {
  for (const [name, { path, input }] of routes) {
    for (const [, field = ''] of path.matchAll(/\{(\w+)\}/g)) {
      const named = issuesOf(input.safeParse({ [field]: '../other' })).filter((issue) =>
        issue.startsWith(`${field}: `),
      );
      expect({ name, field, named: named.length }).toEqual({ name, field, named: 1 });
    }
  }
});

test('a field nobody asked for is refused by every route, in words', () => {
  for (const [name, { input }] of routes) {
    const issues = issuesOf(input.safeParse({ 王秀兰: '19000000002' }));
    expect({ name, issues }).toEqual({
      name,
      issues: expect.arrayContaining([expect.stringContaining('不认识的字段：王秀兰')]) as unknown,
    });
  }
});

test('what anyone may read without signing in is names of places, and no command', () => {
  const open = routes.filter(([, { access }]) => access === 'public');
  expect(open.map(([name]) => name).sort()).toEqual(['listCommunities', 'listStreets', 'readCommunity']);
  for (const [, route] of open) expect(isCommand(route)).toBe(false);
});

test('who is on the roll and who owns what is for workers alone', () => {
  const rolls = [
    'previewRoll',
    'importRoll',
    'listHouseholds',
    'importOwners',
    'listOwned',
    'confirmOwner',
    'removeOwner',
  ];
  for (const name of rolls)
    expect({ name, access: directory[name as 'importRoll'].access }).toEqual({ name, access: ['worker'] });
});

test('a role that comes from a household or from the street is not given by hand', () => {
  const granting = (role: string) => directory.grantRole.input.safeParse({ communityId, personId: ID, role }).success;
  expect(GrantableRole.options.every(granting)).toBe(true);
  expect(['resident', 'supervisor', 'owner', ''].filter(granting)).toEqual([]);
  expect(directory.grantRole.access).toEqual([...STAFF]);
});

test('a receipt that is kept with its event holds no words and no names', () => {
  const free = /(name|label|building|unit|room|reason|phone|code|buyer|band)$/i;
  for (const [name, route] of routes) {
    if (!isCommand(route) || route.ownRecord) continue;
    const fields = Object.keys((route.output as unknown as { shape: object }).shape);
    expect({ name, words: fields.filter((field) => free.test(field)) }).toEqual({ name, words: [] });
  }
});
