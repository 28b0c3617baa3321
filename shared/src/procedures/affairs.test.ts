import { procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { AFFAIRS } from './affairs';

test('the five kinds are called as the proposal calls them', () => {
  expect(Object.values(AFFAIRS).map(({ name }) => name)).toEqual(
    ['自治', '自助', '互助', '共同', '公共'].map((kind) => `${kind}事务`),
  );
});
test('what is the departments’ own is never decided by residents’ votes alone: they hear, appraise and ask', () => {
  expect(AFFAIRS.public.procedureIds.map((id) => procedureOf(id)?.name)).toEqual([
    '听证会',
    '评议会',
    '四议两公开',
    '意见征询',
  ]);
  expect(AFFAIRS.public.decides).toContain('政府部门');
});
test('helping each other is free: nobody is made to by a vote', () => {
  expect(AFFAIRS.mutualHelp.says).toContain('自愿');
  for (const id of AFFAIRS.mutualHelp.procedureIds) expect(procedureOf(id)?.force).not.toBe('statutory');
});
test('what touches the owners’ common parts names their law, by 民法典', () => {
  expect(AFFAIRS.joint.procedureIds).toContain('owners-2021-1');
  expect(AFFAIRS.selfHelp.procedureIds).toContain('owners-2021-1');
  expect(AFFAIRS.joint.decides).toContain('民法典');
});
test('the usual way of each kind exists and is the first', () => {
  const usual = Object.values(AFFAIRS).map(({ procedureIds: [first] }) => procedureOf(first)?.name);
  expect(usual).toEqual(['社区议事会', '协调会', '协调会', '社区议事会', '听证会']);
});
