import type { AsWorker } from '@gongzhi/shared/party/model';
import { moreOf, stepsOf } from './model';

const at = '2026-11-27T02:00:00.000Z';
const one = (more: Partial<AsWorker>): AsWorker => ({
  ...{ personId: 'p', displayName: '王秀兰', kind: 'inService', state: 'asked', askedAt: at, renewing: false },
  ...{
    endsSoon: false,
    skills: [],
    branch: { branchId: 'b', name: '第一支部' },
    unit: { unitId: 'u', name: '水务局' },
  },
  ...more,
});
const confirmed = { at, by: 'app' } as const;

test.each<[string, Partial<AsWorker>, ReturnType<typeof stepsOf>]>([
  ['nothing is confirmed', {}, { community: true, unit: false, paper: true }],
  ['the unit is but a name', { unit: { name: '某公司' } }, { community: true, unit: true, paper: false }],
  ['the community has', { community: confirmed }, { community: false, unit: false, paper: true }],
  ['the unit has', { organisation: confirmed }, { community: true, unit: false, paper: false }],
  [
    'another term is asked for',
    { state: 'valid', renewing: true, community: confirmed, organisation: confirmed },
    { community: true, unit: false, paper: false },
  ],
])('what is waited for when %s', (_, more, steps) => expect(stepsOf(one(more))).toEqual(steps));

test('of the branch, paper stands in for the secretary', () => {
  const { unit: _, ...own } = one({ kind: 'branch' });
  expect(stepsOf(own)).toEqual({ community: true, unit: false, paper: true });
});

test('where a member serves, works and comes from', () => {
  expect(moreOf(one({ unit: { name: '某公司' }, earlier: '310105000001' }))).toEqual([
    '报到支部：第一支部',
    '单位：某公司（本人写的，列表里还没有）',
    '从 310105000001 转来',
  ]);
});
