import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { exchange } from './contract';

/** What every field of every route refuses, in the words a person reads. */
const ID = '01ARYZ6S410000000000000001';
const LISTING = { title: '洗衣液', kind: 'good', about: '到社区服务站领取', points: 20 };
const FINE: Record<string, unknown> = {
  ...{ communityId: '310104005001', offerId: ID, orderId: ID, personId: ID, activityId: ID, thanksId: ID, teamId: ID },
  ...{ ...LISTING, stock: 5, more: -1, open: true, end: 'handed', words: '谢谢', askReview: true, hidden: false },
  ...{ publish: true, skill: 'repair', name: '楼道清洁队', named: false, year: '2026', cursor: 'c.m' },
  ...{ perRecordedHour: 10, perHonoraryHour: 0, from: '2026-12-01', shownAs: 'time' },
};
type Name = keyof typeof exchange;
const routes = Object.entries(exchange) as [Name, Route][];
const fieldsOf = (route: Route) => Object.keys(route.input.shape);
const fineFor = (route: Route) => Object.fromEntries(fieldsOf(route).map((field) => [field, FINE[field]]));
const saysOf = (route: Route, input: object) =>
  (route.input.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
const without = (route: Route, field: string) =>
  Object.fromEntries(Object.entries(fineFor(route)).filter(([name]) => name !== field));

type Says = { missing: string | undefined; bad: readonly (readonly [value: unknown, message: string])[] };
const NEEDED = '此项必填';
const SHAPE = '此项的格式不对';
const CHOOSE = '请从列出的选项中选择';
const long = (length: number) => '好'.repeat(length);
const id: Says = {
  missing: NEEDED,
  bad: [
    ['', SHAPE],
    [ID.slice(1), SHAPE],
    [`${ID}0`, SHAPE],
    [ID.toLowerCase(), SHAPE],
    [`8${ID.slice(1)}`, SHAPE],
    [`${ID.slice(0, -1)}U`, SHAPE],
    [7, SHAPE],
  ],
};
const flag: Says = { missing: NEEDED, bad: ['true', 1, null].map((value) => [value, SHAPE] as const) };
const chosen = (message: string, ...values: unknown[]): Says => ({
  missing: message,
  bad: values.map((value) => [value, message] as const),
});
const words = (what: string, most: number, lines: boolean): Says => ({
  missing: `请填写${what}`,
  bad: [
    ['', `请填写${what}`],
    [' \n\t ', `请填写${what}`],
    ['👍！', `${what}要有文字，不能只有表情或符号`],
    [long(most + 1), `${what}不能超过 ${most} 个字`],
    ['𠮷'.repeat(most + 1), `${what}不能超过 ${most} 个字`],
    [5, `请填写${what}`],
    [null, `请填写${what}`],
    ...(lines ? [] : ([['一\n二', `${what}不能换行`]] as const)),
  ],
});
const count = (what: string, [least, low]: [number, string], [most, high]: [number, string]): Says => ({
  missing: what,
  bad: [
    [least - 1, low],
    [most + 1, high],
    [least + 0.5, what],
    ['5', what],
    [null, what],
    [Number.NaN, what],
  ],
});
const perHour = (what: string) => count(`请填写${what}`, [0, '不能少于 0'], [1_000, '不能超过 1000']);

/** By field, or by route and field where two routes mean different things by one word. */
const SAYS: Record<string, Says> = {
  ...{ offerId: id, orderId: id, personId: id, activityId: id, thanksId: id, teamId: id },
  ...{ open: flag, hidden: flag, publish: flag, named: flag, askReview: { ...flag, missing: undefined } },
  communityId: { missing: NEEDED, bad: ['', '31010400500', '3101040050011', 310104005001].map((one) => [one, SHAPE]) },
  cursor: {
    missing: undefined,
    bad: [
      ['', '此项不能为空'],
      ['c'.repeat(513), '不能超过 512 个字'],
      [1, SHAPE],
    ],
  },
  year: { missing: NEEDED, bad: ['26', '1999', '2100', '20260', '2026年', 2026].map((one) => [one, SHAPE]) },
  perRecordedHour: perHour('每小时记录时长的积分'),
  perHonoraryHour: perHour('每小时荣誉时长的积分'),
  from: chosen('请填写开始的日期', '', '2026-02-30', '2026-13-01', '2026/12/01', '20261201', '2026-12-01T00:00:00Z', 1),
  shownAs: chosen(CHOOSE, '', 'yuan', 'Points', 1, null),
  title: words('名称', 30, false),
  kind: chosen('请选择是物品还是帮忙', '', 'money', 'Good', 1, null),
  about: words('说明', 200, true),
  'addTeam.about': words('做什么', 200, true),
  'changeTeam.about': words('做什么', 200, true),
  points: count('请填写需要的积分', [1, '至少 1 分'], [100_000, '不能超过 100000 分']),
  stock: count('请填写数量', [0, '不能少于 0'], [10_000, '不能超过 10000']),
  more: count('请填写数量', [-10_000, '一次最多减少 10000'], [10_000, '一次最多增加 10000']),
  'takeOffer.points': { missing: NEEDED, bad: ['20', null, 1.5].map((one) => [one, SHAPE]) },
  end: chosen(CHOOSE, '', 'waiting', 'withdrawn', true),
  words: words('感谢的话', 100, true),
  skill: chosen('请从列出的技能中选择', '', 'flying', '理发', 'Repair', 'constructor', 1),
  name: words('队名', 20, false),
};
const saysFor = (name: Name, field: string) => SAYS[`${name}.${field}`] ?? SAYS[field];
const each = routes.flatMap(([name, route]) => fieldsOf(route).map((field) => ({ name, route, field })));

test('every field of every route has its table of what it refuses, and no table is of nothing', () => {
  expect(each.filter(({ name, field }) => !saysFor(name, field)).map(({ name, field }) => `${name}.${field}`)).toEqual(
    [],
  );
  const used = new Set(each.map(({ name, field }) => saysFor(name, field)));
  expect(Object.entries(SAYS).filter(([, says]) => !used.has(says))).toEqual([]);
});

test.each(routes)('%s takes what is fine, and only what it needs', (_, route) => {
  expect(saysOf(route, fineFor(route))).toEqual([]);
  const optional = fieldsOf(route).filter((field) => saysOf(route, without(route, field)).length === 0);
  expect(optional.filter((field) => !['cursor', 'askReview'].includes(field))).toEqual([]);
});

test.each(each)('$name without $field', ({ name, route, field }) => {
  const missing = saysFor(name, field)?.missing;
  expect(saysOf(route, without(route, field))).toEqual(missing === undefined ? [] : [[field, missing]]);
});

test.each(each)('$name with a wrong $field says what is wrong with it, once and there', ({ name, route, field }) => {
  const bad = saysFor(name, field)?.bad ?? [];
  const heard = bad.map(([value]) => [value, saysOf(route, { ...fineFor(route), [field]: value })]);
  expect(heard).toEqual(bad.map(([value, message]) => [value, [[field, message]]]));
});

test.each(routes)('%s takes no field it does not know, and says which', (_, route) => {
  for (const more of ['by', 'actor', 'at', 'parts', 'minutes'])
    expect(saysOf(route, { ...fineFor(route), [more]: 1 })).toEqual([['', `不认识的字段：${more}`]]);
});

test.each([
  ['addOffer', 'title', 30],
  ['addOffer', 'about', 200],
  ['addTeam', 'name', 20],
  ['addTeam', 'about', 200],
  ['changeTeam', 'name', 20],
  ['changeTeam', 'about', 200],
  ['sendThanks', 'words', 100],
] as const)('%s takes a %s of exactly %i characters as a person counts them, and trims it', (name, field, most) => {
  const input = fineFor(exchange[name]);
  for (const full of [long(most), '𠮷'.repeat(most)])
    expect(exchange[name].input.safeParse({ ...input, [field]: ` ${full}\n` }).data).toMatchObject({ [field]: full });
});

test.each([
  ['setRule', 'perRecordedHour', [0, 1_000]],
  ['setRule', 'perHonoraryHour', [0, 1_000]],
  ['addOffer', 'points', [1, 100_000]],
  ['addOffer', 'stock', [0, 10_000]],
  ['changeOffer', 'more', [-10_000, 0, 10_000]],
  ['readYear', 'year', ['2000', '2099']],
] as const)('%s takes the very ends of %s', (name, field, ends) => {
  for (const end of ends) expect(saysOf(exchange[name], { ...fineFor(exchange[name]), [field]: end })).toEqual([]);
});

test('nobody says in a request who acts: the only person named is somebody else', () => {
  const naming = each.filter(({ field }) => field === 'personId').map(({ name }) => name);
  expect(naming).toEqual(['endOrder', 'sendThanks']);
  const byAnyone = routes.filter(([, route]) => isCommand(route) && route.access === 'public');
  expect(byAnyone).toEqual([]);
});
