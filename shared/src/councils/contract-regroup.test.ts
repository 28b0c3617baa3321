import type { Route } from '@gongzhi/shared/kernel/contract';
import { regroup } from './contract-regroup';

const at = { communityId: '310105000001', proposalId: '01JD0000000000000000000001' };
const part = { title: '只装扶手', takes: [0] };
const says = (route: Route, input: object): string[] =>
  (route.input.safeParse({ ...at, ...input }, { jitless: true }).error?.issues ?? []).map(({ message }) => message);

test('a split names two parts, each with a title and at least one recommendation', () => {
  expect(says(regroup.splitMatter, { first: part, second: { title: '只换灯', takes: [1, 2] } })).toEqual([]);
  expect(says(regroup.splitMatter, { first: part, second: { title: '只换灯', takes: [] } })).toEqual([
    '每一件至少分到一条建议',
  ]);
  expect(says(regroup.splitMatter, { first: part, second: { title: ' ', takes: [1] } })).toEqual(['请填写标题']);
  expect(says(regroup.splitMatter, { first: part })).toHaveLength(1);
});
test.each([[-1], [10], [0.5]])('a recommendation numbered %j is none', (no) => {
  expect(says(regroup.splitMatter, { first: { ...part, takes: [no] }, second: part })).toHaveLength(1);
});
test('a merge names the matter it goes into', () => {
  expect(says(regroup.mergeMatter, { intoId: at.proposalId })).toEqual([]);
  expect(says(regroup.mergeMatter, { intoId: 'that one' })).toHaveLength(1);
});
test('what is like it is asked for while one types: a title is enough, and a long one is cut before it is sent', () => {
  const { communityId } = at;
  const asks = (input: object) =>
    regroup.listSimilar.input.safeParse({ communityId, ...input }, { jitless: true }).success;
  expect([asks({ title: '装' }), asks({ title: '' }), asks({ title: '字'.repeat(121) })]).toEqual([true, true, false]);
});
test('those who lead regroup, everybody here sees what is alike', () => {
  expect([regroup.mergeMatter.access, regroup.splitMatter.access]).toEqual([
    ['chair', 'worker'],
    ['chair', 'worker'],
  ]);
  expect(regroup.listSimilar.access).toContain('resident');
});
