import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { party } from './contract';

const ID = '01ARYZ6S410000000000000001';
const C = '310104005001';
const at = '2026-11-27T02:00:00.000Z';
type Name = keyof typeof party;
const routes = Object.entries(party) as [Name, Route][];
const FINE: Record<string, unknown> = {
  ...{ communityId: C, streetId: '310104005', branchId: ID, personId: ID, unitId: ID, secretaryId: ID, cursor: 'c.m' },
  ...{
    name: '第一支部',
    kind: 'inService',
    displayName: '王秀兰',
    unitName: '区水务局',
    skills: ['repair'],
    earlier: C,
  },
  ...{ open: true, to: C, paper: 'slip', by: 'app', reason: '请补材料', months: 12 },
};
const OPTIONAL = ['cursor', 'earlier', 'unitId', 'unitName'];
const fieldsOf = (route: Route) => Object.keys(route.input.shape);
const fineFor = (route: Route) => Object.fromEntries(fieldsOf(route).map((field) => [field, FINE[field]]));
const saysOf = (route: Route, input: object) =>
  (route.input.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
const each = routes.flatMap(([name, route]) => fieldsOf(route).map((field) => ({ name, route, field })));

const SHAPE = '此项的格式不对';
/** What each field refuses, and in which words. */
const BAD: Record<string, [value: unknown, message: string][]> = {
  communityId: [
    ['31010400500', SHAPE],
    [310104005001, SHAPE],
  ],
  streetId: [
    ['3101040050', SHAPE],
    ['', SHAPE],
  ],
  branchId: [
    ['', SHAPE],
    [ID.toLowerCase(), SHAPE],
  ],
  personId: [
    [`${ID}0`, SHAPE],
    [7, SHAPE],
  ],
  unitId: [['U', SHAPE]],
  secretaryId: [
    ['', SHAPE],
    [null, SHAPE],
  ],
  cursor: [
    ['', '此项不能为空'],
    ['c'.repeat(513), '不能超过 512 个字'],
  ],
  name: [
    ['', '请填写支部名称'],
    ['好'.repeat(31), '支部名称不能超过 30 个字'],
    ['一\n二', '支部名称不能换行'],
  ],
  kind: [
    ['member', '请选择是哪一类党员'],
    [null, '请选择是哪一类党员'],
  ],
  displayName: [
    [' ', '请填写称呼'],
    ['好'.repeat(13), '称呼不能超过 12 个字'],
    ['👍', '称呼要有文字，不能只有表情或符号'],
  ],
  unitName: [['好'.repeat(31), '单位名称不能超过 30 个字']],
  skills: [
    [Array(6).fill('law'), '最多选 5 项特长'],
    ['law', SHAPE],
  ],
  earlier: [['3101', SHAPE]],
  open: [
    ['true', SHAPE],
    [1, SHAPE],
  ],
  to: [
    ['310104005', SHAPE],
    ['', SHAPE],
  ],
  paper: [['form', '请从列出的选项中选择']],
  by: [['phone', '请从列出的选项中选择']],
  reason: [
    ['', '请填写原因'],
    ['好'.repeat(101), '原因不能超过 100 个字'],
  ],
  months: [
    [0, '不能少于 1 个月'],
    [37, '不能超过 36 个月'],
    [1.5, '请填写月数'],
    ['12', '请填写月数'],
  ],
};

test('every field of every route has what it refuses', () => {
  expect(each.filter(({ field }) => !BAD[field])).toEqual([]);
});
test.each(routes)('%s takes what is fine and no field it does not know', (_, route) => {
  expect(saysOf(route, fineFor(route))).toEqual([]);
  for (const more of ['state', 'since', 'validUntil', 'actor'])
    expect(saysOf(route, { ...fineFor(route), [more]: 1 })).toEqual([['', `不认识的字段：${more}`]]);
});
test.each(each)('$name refuses a $field that is missing or wrong, in words and there', ({ name, route, field }) => {
  const { [field]: _, ...without } = fineFor(route);
  const missing = saysOf(route, without);
  if (OPTIONAL.includes(field) && name !== 'setUnit') expect(missing).toEqual([]);
  else expect(missing.map(([path]) => path)).toEqual([field]);
  for (const [value, message] of BAD[field] ?? [])
    expect([value, saysOf(route, { ...fineFor(route), [field]: value })]).toEqual([value, [[field, message]]]);
});

test('a unit is named by whoever has one, in the list or in words, and by nobody of the branch', () => {
  const { unitId, unitName, ...rest } = fineFor(party.reportIn);
  const says = (more: object) => saysOf(party.reportIn, { ...rest, ...more });
  expect(says({})).toEqual([['unitName', '请选择所在单位，或者写下单位的名称']]);
  expect([says({ unitId }), says({ unitName }), says({ kind: 'branch' })]).toEqual([[], [], []]);
  for (const more of [{ unitId }, { unitName }])
    expect(says({ kind: 'branch', ...more })).toEqual([['unitName', '社区支部党员不用填单位']]);
});

const receiptOf = (name: Name): Record<string, unknown> => ({
  ...(name.endsWith('Branch') ? { branchId: ID } : name === 'setTerm' ? { months: 12 } : { state: 'asked' }),
  ...(['confirmOrganisation', 'confirmCommunity', 'setUnit', 'decline'].includes(name) ? { personId: ID } : {}),
  ...(name === 'moveAway' ? { to: C } : {}),
  at,
});
const commands = routes.filter(([, route]) => isCommand(route));
test.each(commands)('the receipt of %s is ids, states and instants, with room for no words', (name, route) => {
  const receipt = receiptOf(name);
  expect(route.output.safeParse(receipt).success).toBe(true);
  for (const field of Object.keys(receipt)) {
    const { [field]: _, ...less } = receipt;
    expect([field, route.output.safeParse(less).success]).toEqual([field, false]);
    for (const leak of ['王秀兰', '区水务局', '', null])
      expect([field, leak, route.output.safeParse({ ...receipt, [field]: leak }).success]).toEqual([
        field,
        leak,
        false,
      ]);
  }
  for (const more of ['displayName', 'name', 'reason', 'kind', 'building', 'skills'])
    expect([more, route.output.safeParse({ ...receipt, [more]: 'x' }).success]).toEqual([more, false]);
});

test('what is public names nobody but who chose it; whoever writes more than eight units says why', () => {
  const open = routes.filter(([, { access }]) => access === 'public').map(([name]) => name);
  expect(open.sort()).toEqual(['listOpen', 'readFigures', 'readTerm']);
  expect(Object.keys(party.listOpen.output.shape.items._zod.def.element.shape)).toEqual(['displayName']);
  for (const [name, { units = 0, summary }] of routes)
    if (units > 8) expect([name, /unit|list/i.test(summary)]).toEqual([name, true]);
});

test('nobody says in a request who acts: a person named is somebody else, answered for', () => {
  const naming = each.filter(({ field }) => field === 'personId').map(({ name }) => name);
  expect(naming.sort()).toEqual(['confirmCommunity', 'confirmOrganisation', 'decline', 'setUnit']);
});
