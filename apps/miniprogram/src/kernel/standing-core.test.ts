import { chosenOf, facesOf, standingOf, works, type Belonging } from './standing-core';

const here: Belonging = { scope: '310110009001', name: '延吉社区', roles: ['worker', 'resident'], displayName: '陈' };
const there: Belonging = { scope: '310110009002', name: '控江社区', roles: ['chair'], displayName: '陈' };

test('the chosen place and role hold while they are still held', () => {
  expect(standingOf([here, there], { scope: there.scope, role: 'chair' })).toEqual({ belonging: there, role: 'chair' });
});

test('a role that was taken away falls back to what is left, a resident first', () => {
  expect(standingOf([here], { scope: here.scope, role: 'supervisor' })?.role).toBe('resident');
  expect(standingOf([here], { scope: there.scope, role: 'worker' })).toEqual({ belonging: here, role: 'worker' });
  expect(standingOf([], {})).toBeUndefined();
});

test('the place is named only where there are several', () => {
  expect(facesOf([here]).map(({ label }) => label)).toEqual(['社区工作者', '居民']);
  expect(facesOf([here, there]).map(({ label }) => label)).toContain('议事会召集人 · 控江社区');
});

test('the first tab is 工作台 for roles with work waiting', () => {
  expect([works('worker'), works('supervisor'), works('resident'), works('councilMember'), works(undefined)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a choice that cannot be read is none', () => {
  expect(['{', 'null', undefined].map(chosenOf)).toEqual([{}, {}, {}]);
});
