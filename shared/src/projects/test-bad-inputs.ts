import { at, id, plan } from './test-inputs';

/** What is sent, and the sentence that is read for it, with its path where it lies deeper. For tests. */
type Bad = readonly [value: unknown, said: string];
const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const all = (said: string, ...values: unknown[]): Bad[] => values.map((value) => [value, said]);
const under = (path: string, bad: readonly Bad[], wrap: (value: unknown) => unknown): Bad[] =>
  bad.map(([value, said]) => [wrap(value), `${path}: ${said}`]);

const misreadId = all(WRONG, '', 7, null, id(1).toLowerCase(), `${id(1)}0`, id(1).slice(1), `8${id(1).slice(1)}`, [
  id(1),
]);
const anId = [...all(MISSING, undefined), ...misreadId];
const yesNo = [...all(MISSING, undefined), ...all(WRONG, 'true', '', 0, 1, null)];
/** A text typed by a person: nothing, blanks, signs alone, one character too many, and another kind of thing. */
const typed = (what: string, most: number): Bad[] => [
  ...all(`请填写${what}`, undefined, null, 3, true, ['字'], '', ' \n　'),
  ...all(`${what}要有文字，不能只有表情或符号`, '🙂', '！？', '\u200b'),
  ...all(`${what}不能超过 ${most} 个字`, '字'.repeat(most + 1), `字${'🙂'.repeat(most)}`),
];
const inLine = (what: string, most: number): Bad[] => [
  ...typed(what, most),
  ...all(`${what}不能换行`, '上\n下', '上\r下', '上\u2028下'),
];
/** The same, where it may also be left out. */
const mayBe = (bad: readonly Bad[]): Bad[] => bad.filter(([value]) => value !== undefined);
const inPlan = (field: string, bad: readonly Bad[]): Bad[] =>
  under(`plan.${field}`, bad, (value) => ({ ...plan, [field]: value }));
const inResources = (bad: readonly Bad[]): Bad[] =>
  under('plan.resourceIds.1', bad, (value) => ({ ...plan, resourceIds: [id(2), value] }));
const verdict = mayBe(inLine('不公布的原因', 60));

/** Without a path of its own the sentence is the field’s. A name of route and field stands before the field’s. */
export const BAD: Record<string, readonly Bad[]> = {
  communityId: [
    ...all(MISSING, undefined),
    ...all(WRONG, '', '31010400500', '3101040050012', '31010400500a', 310104005001, null, at),
  ],
  ...{ needId: anId, resourceId: anId, projectId: anId, postId: anId, unitId: anId, personId: anId },
  'addPost.needId': misreadId,
  cursor: [...all(WRONG, 7, null, ['c']), ...all('此项不能为空', ''), ...all('不能超过 512 个字', 'c'.repeat(513))],
  'postNeed.title': inLine('需要什么', 30),
  'postNeed.kind': all('请选择需要哪一类', undefined, null, '', 'money', '场地', 1),
  about: typed('说明', 300),
  amount: mayBe(inLine('数量', 20)),
  'offerResource.title': inLine('提供什么', 30),
  // hands are needed, but no unit lends people
  'offerResource.kind': all('请选择提供哪一类', undefined, null, '', 'money', 'people', '物品'),
  when: mayBe(inLine('什么时候可以用', 40)),
  ...{ publish: yesNo, confirm: yesNo, named: yesNo },
  ...{ 'decideNeed.reason': [...all('请填写不公布的原因', undefined), ...verdict] },
  ...{ 'decideResource.reason': [...all('请填写不公布的原因', undefined), ...verdict] },
  'decideNomination.reason': inLine('原因', 60),
  plan: [
    ...all(MISSING, undefined),
    ...all(WRONG, null, '会议室', [plan], 1),
    ...inPlan('title', inLine('项目名称', 30)),
    ...inPlan('about', typed('怎么做', 500)),
    ...inPlan('needId', misreadId),
    ...inPlan('resourceIds', [
      ...all(MISSING, undefined),
      ...all(WRONG, null, 7, {}),
      ...all('最多用 3 项资源', [2, 3, 4, 5].map(id)),
      ...all('同一项资源选了两次', [id(2), id(2)], [id(2), id(3), id(2)]),
    ]),
    ...inResources(anId),
    [{ title: plan.title, about: plan.about, resourceIds: [] }, 'plan.needId: 请至少选一条需求或一项资源'],
    [{ ...plan, budget: 100 }, 'plan: 不认识的字段：budget'],
    [{ ...plan, leadId: id(1), state: 'done' }, 'plan: 不认识的字段：leadId、state'],
  ],
  'tellStep.words': typed('进展', 200),
  'finishProject.words': typed('结果', 500),
  'cancelProject.words': typed('原因', 100),
  names: [
    ...all(MISSING, undefined),
    ...all(WRONG, '治安巡逻', null, {}),
    ...all('请至少保留一类岗位', []),
    ...all(
      '最多 12 类岗位',
      Array.from({ length: 13 }, (_, n) => `岗${n}`),
    ),
    ...all('有两类岗位同名', ['巡逻', '巡逻'], ['巡逻', ' 巡逻 '], ['甲', '乙', '甲']),
    ...under('names.1', inLine('岗位类别', 10), (value) => ['应急支援', value]),
  ],
  className: inLine('岗位类别', 10),
  'addPost.title': inLine('岗位名称', 30),
  'addPost.about': typed('做什么', 300),
  slots: [
    ...all('请填写人数', undefined, null, '2', 1.5, Number.NaN, Number.POSITIVE_INFINITY),
    ...all('至少 1 人', 0, -1),
    ...all('一个岗位最多 20 人', 21, 1_000),
  ],
};
