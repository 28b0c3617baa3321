import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS } from '@gongzhi/shared/kernel/refusals';
import { units } from './contract';

/** What every field of every route refuses, in the words a person reads, and what leaves the slice. */
const ID = '01ARYZ6S410000000000000001';
const at = '2026-11-27T02:00:00.000Z';
const plan = { about: '共用会议室', from: '2026-11-01', until: '2027-10-31' };
const FINE: Record<string, unknown> = {
  ...{ communityId: '310104005001', unitId: ID, cursor: 'c.m', plan, words: '谢谢义诊' },
  ...{ agreementId: ID, thanksId: ID, reason: '单位搬走了' },
  ...{ name: '市第三医院', kind: 'hospital', where: 'here', address: '幸福路 3 号', about: '内科门诊' },
};
type Name = keyof typeof units;
const routes = Object.entries(units) as [Name, Route][];
const fineFor = (route: Route) =>
  Object.fromEntries(Object.keys(route.input.shape).map((field) => [field, FINE[field]]));
const saysOf = (route: Route, input: object) =>
  (route.input.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
const long = (length: number) => '好'.repeat(length);

test.each(routes)('%s takes what is fine and no field it does not know', (_, route) => {
  expect(saysOf(route, fineFor(route))).toEqual([]);
  for (const more of ['by', 'actor', 'contacts', 'at'])
    expect(saysOf(route, { ...fineFor(route), [more]: 1 })).toEqual([['', `不认识的字段：${more}`]]);
});

test.each(routes)('%s says of each field that is missing what it is', (_, route) => {
  for (const field of Object.keys(route.input.shape)) {
    const { [field]: _gone, ...rest } = fineFor(route);
    const said = saysOf(route, rest);
    if (['cursor', 'address'].includes(field) || (field === 'about' && said.length === 0)) continue;
    expect([field, said.length, said[0]?.[0]?.split('.')[0]]).toEqual([field, 1, field]);
    expect(said[0]?.[1]).toMatch(/^(请|此项)/);
  }
});

const BAD: [Name, string, unknown, string][] = [
  ['addUnit', 'name', '', '请填写单位名称'],
  ['addUnit', 'name', '一\n二', '单位名称不能换行'],
  ['addUnit', 'name', long(31), '单位名称不能超过 30 个字'],
  ['addUnit', 'name', '👍', '单位名称要有文字，不能只有表情或符号'],
  ['addUnit', 'kind', 'bank', '请选择单位类别'],
  ['addUnit', 'where', '附近', '请选择单位在不在本社区'],
  ['addUnit', 'address', long(61), '地址不能超过 60 个字'],
  ['changeUnit', 'about', long(301), '单位介绍不能超过 300 个字'],
  ['changeUnit', 'unitId', ID.toLowerCase(), '此项的格式不对'],
  ['thankUnit', 'words', ' \n', '请填写感谢的话'],
  ['thankUnit', 'words', long(201), '感谢的话不能超过 200 个字'],
  ['listUnits', 'cursor', '', '此项不能为空'],
  ['closeUnit', 'reason', '', '请填写原因'],
  ['withdrawAgreement', 'reason', long(61), '原因不能超过 60 个字'],
  ['removeThanks', 'reason', '👍', '原因要有文字，不能只有表情或符号'],
];
test.each(BAD)('%s with a wrong %s says what is wrong with it', (name, field, value, says) => {
  expect(saysOf(units[name], { ...fineFor(units[name]), [field]: value })).toEqual([[field, says]]);
});
test.each([
  [{ ...plan, until: '2026-10-31' }, 'plan.until', '到期的日期不能早于开始的日期'],
  [{ ...plan, from: '2026-02-30' }, 'plan.from', '请填写开始的日期'],
  [{ ...plan, until: undefined }, 'plan.until', '请填写到期的日期'],
  [{ ...plan, about: '' }, 'plan.about', '请填写协议内容'],
])('an agreement %j is not recorded', (wrong, field, says) => {
  expect(saysOf(units.addAgreement, { ...fineFor(units.addAgreement), plan: wrong })).toEqual([[field, says]]);
});

const RECEIPTS: Partial<Record<Name, object>> = {
  addUnit: { unitId: ID, at },
  changeUnit: { unitId: ID, at },
  addAgreement: { agreementId: ID, at },
  thankUnit: { thanksId: ID, at },
  ...{ closeUnit: { unitId: ID, at }, withdrawAgreement: { agreementId: ID, at }, removeThanks: { thanksId: ID, at } },
};
test('every command has a receipt, without room for words, names or phones', () => {
  expect(Object.keys(RECEIPTS).sort()).toEqual(
    routes
      .filter(([, route]) => isCommand(route))
      .map(([name]) => name)
      .sort(),
  );
  for (const [name, receipt] of Object.entries(RECEIPTS) as [Name, object][]) {
    const takes = (output: object) => units[name].output.safeParse(output).success;
    expect([name, takes(receipt)]).toEqual([name, true]);
    for (const field of Object.keys(receipt))
      for (const leak of ['谢谢', '13800000000', '', null]) expect(takes({ ...receipt, [field]: leak })).toBe(false);
    for (const field of ['name', 'words', 'about', 'contactId']) expect(takes({ ...receipt, [field]: ID })).toBe(false);
  }
});

test('everybody reads how many speak for a unit, and nobody who', () => {
  const unit = { unitId: ID, name: '市第三医院', kind: 'hospital', where: 'here', contacts: 1 };
  const takes = (output: object) => units.readUnit.output.safeParse(output).success;
  expect(takes(unit)).toBe(true);
  for (const secret of ['contactIds', 'contact', 'phone', 'pk']) expect(takes({ ...unit, [secret]: ID })).toBe(false);
  expect(units.listContacts.access).toEqual(['worker']);
});

test('refusals say in words what is missing and what to do', () => {
  for (const code of ['NOT_UNIT_CONTACT', 'NO_UNIT_YET', 'WORDS_UNSURE', 'UNIT_CLOSED'] as const)
    expect(REFUSALS[code][1]).toMatch(/^\p{Script=Han}.*请.*。$/u);
});
