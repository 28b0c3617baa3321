import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { projects } from './contract';

/** What every field of every route refuses, in the words a person reads, and what leaves the slice. */
const ID = '01ARYZ6S410000000000000001';
const at = '2026-11-27T02:00:00.000Z';
const plan = { title: '共享会议室', about: '每月一次', needId: ID, resourceIds: [ID] };
const FINE: Record<string, unknown> = {
  ...{ communityId: '310104005001', needId: ID, resourceId: ID, projectId: ID, postId: ID, unitId: ID, personId: ID },
  ...{ cursor: 'c.m', title: '借一间会议室', kind: 'place', about: '每月一次', amount: '1 间', when: '周末' },
  ...{ publish: true, reason: '重复', plan, named: false, words: '谈好了', names: ['治安巡逻'] },
  ...{ className: '治安巡逻', slots: 2, confirm: true },
};
const OPTIONAL = ['cursor', 'amount', 'when', 'reason'];
type Name = keyof typeof projects;
const routes = Object.entries(projects) as [Name, Route][];
const fineFor = (route: Route) =>
  Object.fromEntries(Object.keys(route.input.shape).map((field) => [field, FINE[field]]));
const saysOf = (route: Route, input: object) =>
  (route.input.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
const long = (length: number) => '好'.repeat(length);

test.each(routes)('%s takes what is fine and no field it does not know', (_, route) => {
  expect(saysOf(route, fineFor(route))).toEqual([]);
  for (const more of ['by', 'actor', 'state', 'taken', 'authorId'])
    expect(saysOf(route, { ...fineFor(route), [more]: 1 })).toEqual([['', `不认识的字段：${more}`]]);
});

test.each(routes)('%s says of each field that is missing what it is', (name, route) => {
  for (const field of Object.keys(route.input.shape)) {
    const { [field]: _gone, ...rest } = fineFor(route);
    const said = saysOf(route, rest);
    if (OPTIONAL.includes(field) || (name === 'addPost' && field === 'needId')) continue;
    expect([field, said.length, said[0]?.[0]?.split('.')[0]]).toEqual([field, 1, field]);
    expect(said[0]?.[1]).toMatch(/^(请|此项)/);
  }
});

const BAD: [Name, string, unknown, string][] = [
  ['postNeed', 'title', '', '请填写需要什么'],
  ['postNeed', 'title', long(31), '需要什么不能超过 30 个字'],
  ['postNeed', 'title', '一\n二', '需要什么不能换行'],
  ['postNeed', 'kind', 'money', '请选择需要哪一类'],
  ['postNeed', 'about', '👍！', '说明要有文字，不能只有表情或符号'],
  ['postNeed', 'about', long(301), '说明不能超过 300 个字'],
  ['postNeed', 'amount', long(21), '数量不能超过 20 个字'],
  ['offerResource', 'title', ' ', '请填写提供什么'],
  ['offerResource', 'kind', 'people', '请选择提供哪一类'],
  ['offerResource', 'kind', 'money', '请选择提供哪一类'],
  ['offerResource', 'when', long(41), '什么时候可以用不能超过 40 个字'],
  ['decideNeed', 'publish', 'true', '此项的格式不对'],
  ['decideNeed', 'reason', long(61), '不公布的原因不能超过 60 个字'],
  ['tellStep', 'words', '', '请填写进展'],
  ['tellStep', 'words', long(201), '进展不能超过 200 个字'],
  ['finishProject', 'words', long(501), '结果不能超过 500 个字'],
  ['cancelProject', 'words', long(101), '原因不能超过 100 个字'],
  ['joinProject', 'named', 1, '此项的格式不对'],
  ['setPostClasses', 'names', [], '请至少保留一类岗位'],
  ['setPostClasses', 'names', Array.from({ length: 13 }, (_, n) => `岗${n}`), '最多 12 类岗位'],
  ['setPostClasses', 'names', ['巡逻', '巡逻'], '有两类岗位同名'],
  ['addPost', 'className', long(11), '岗位类别不能超过 10 个字'],
  ['addPost', 'slots', 0, '至少 1 人'],
  ['addPost', 'slots', 21, '一个岗位最多 20 人'],
  ['addPost', 'slots', '2', '请填写人数'],
  ['nominate', 'postId', ID.toLowerCase(), '此项的格式不对'],
  ['listNeeds', 'cursor', '', '此项不能为空'],
];
test.each(BAD)('%s with a wrong %s says what is wrong with it', (name, field, value, says) => {
  expect(saysOf(projects[name], { ...fineFor(projects[name]), [field]: value })).toEqual([[field, says]]);
});

test.each([
  ['decideNeed', { publish: false }, '请填写不公布的原因'],
  ['decideResource', { publish: false }, '请填写不公布的原因'],
  ['decideNomination', { confirm: false }, '请填写原因'],
] as const)('whoever is told no by %s is told why', (name, no, says) => {
  const { reason: _, ...input } = fineFor(projects[name]);
  expect(saysOf(projects[name], { ...input, ...no })).toEqual([['reason', says]]);
});

const need = { needId: ID, state: 'open', at };
const resource = { resourceId: ID, state: 'open', at };
const project = { projectId: ID, state: 'underway', at };
const post = { postId: ID, state: 'open', at };
const nomination = { postId: ID, state: 'asked', at };
const RECEIPTS: Partial<Record<Name, object>> = {
  ...{ postNeed: need, decideNeed: need, closeNeed: need },
  ...{ offerResource: resource, decideResource: resource, closeResource: resource },
  ...{ startProject: project, tellStep: project, finishProject: project, cancelProject: project },
  ...{ joinProject: { projectId: ID, at }, leaveProject: { projectId: ID, at } },
  ...{ setPostClasses: { at }, addPost: post, closePost: post },
  ...{ nominate: nomination, giveUpPost: nomination, decideNomination: nomination },
};
test('every command has a receipt, without room for words, names or phones', () => {
  const commands = routes.filter(([, route]) => isCommand(route)).map(([name]) => name);
  expect(Object.keys(RECEIPTS).sort()).toEqual(commands.sort());
  for (const [name, receipt] of Object.entries(RECEIPTS) as [Name, object][]) {
    const takes = (output: object) => projects[name].output.safeParse(output).success;
    expect([name, takes(receipt)]).toEqual([name, true]);
    for (const field of Object.keys(receipt))
      for (const leak of ['谢谢', '13800000000', '', null])
        expect([name, field, takes({ ...receipt, [field]: leak })]).toEqual([name, field, false]);
    for (const field of ['title', 'words', 'reason', 'name', 'personId'])
      expect(takes({ ...receipt, [field]: ID })).toBe(false);
  }
});

test('needs name no author, posts no holder and holders nothing but a name they chose to show', () => {
  const of = (name: Name, item: object) => projects[name].output.safeParse({ items: [item] }).success;
  const shown = { needId: ID, title: '借', kind: 'place', about: '用', by: 'resident', at, state: 'open', mine: false };
  expect(of('listNeeds', shown)).toBe(true);
  for (const secret of ['authorId', 'name', 'phone', 'pk'])
    expect(of('listNeeds', { ...shown, [secret]: ID })).toBe(false);
  const one = { postId: ID, className: '巡逻', title: '巡逻', about: '走', slots: 2, taken: 1, state: 'open', at };
  expect(of('listPosts', one)).toBe(true);
  for (const secret of ['holders', 'personId', 'names'])
    expect(of('listPosts', { ...one, [secret]: [ID] })).toBe(false);
  expect(of('listHolders', { name: '张党员' })).toBe(true);
  for (const secret of ['personId', 'branchId', 'unitId'])
    expect(of('listHolders', { name: '张', [secret]: ID })).toBe(false);
});

test('who nominates themself is read by workers and branch secretaries alone', () => {
  const readers = routes.filter(([name]) => /Nomination(s)?$/.test(name) && name !== 'listMyNominations');
  for (const [, { access }] of readers) expect(access).toEqual(['worker', 'branchSecretary']);
  expect(readers.map(([name]) => name).sort()).toEqual(['decideNomination', 'listNominations']);
});

test.each([...new Set(routes.flatMap(([, { refusals }]) => refusals))])(
  '%s says in words what is missing and what to do',
  (code: RefusalCode) => {
    const [status, sentence] = REFUSALS[code];
    expect([400, 403, 404, 409]).toContain(status);
    expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
    expect(sentence.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[a-z]/i);
  },
);
