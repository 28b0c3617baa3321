import { at, criterion, id, ref, said } from './test-inputs';

/** What is sent, and the sentence that is read for it, with its path where it lies deeper. For tests. */
type Bad = [value: unknown, said: string];
const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const MARK = '评议只写事实和看法，不打分、不排名、不下“合格不合格”的结论';
const each = (values: unknown[], sentence: string): Bad[] => values.map((value) => [value, sentence]);
/** What keeps no promise of a field that says nothing of its own. */
const plain = (...wrong: unknown[]): Bad[] => [[undefined, MISSING], ...each(wrong, WRONG)];
const inside = (path: string, whole: object, field: string, bad: Bad[]): Bad[] =>
  bad.map(([value, sentence]) => [
    { ...whole, [field]: value },
    sentence.includes(': ') ? `${path}.${sentence}` : `${path}.${field}: ${sentence}`,
  ]);
/** The same, where the field is an array of such things. */
const inFirst = (name: string, whole: object, field: string, bad: Bad[]): Bad[] =>
  inside(`${name}.0`, whole, field, bad).map(([value, sentence]) => [[value], sentence]);

const anId = plain(
  7,
  null,
  '',
  id(1).toLowerCase(),
  `${id(1)}0`,
  '01KB0000000000000000000I01',
  '81KB0000000000000000000001',
);
const yesNo = plain('yes', 1, null);
const anInstant = plain('2027-01-04', '2027-01-04T02:00:00Z', '2027-01-04T10:00:00.000+08:00', Date.parse(at));
/** A text typed by a person: nothing, blanks, signs alone, one character too many, and another kind of thing. */
const words = (what: string, most: number, lines = false): Bad[] => [
  ...each([undefined, '', ' \n\u3000', 3, null, ['好']], `请填写${what}`),
  ...each(['🙂！', '……', '👍👍'], `${what}要有文字，不能只有表情或符号`),
  ...each(['字'.repeat(most + 1), `字${'🙂'.repeat(most)}`], `${what}不能超过 ${most} 个字`),
  ...(lines ? [] : each(['上\n下', '上\u2028下'], `${what}不能换行`)),
];
const unmarked = (what: string, most: number): Bad[] => [
  ...words(what, most, true),
  ...each(['我打 98 分', '９５分', '九十分', '满分', '一百分', '第 1 名', '第十二名', '年度排名靠前'], MARK),
  ...each(['优秀等次', 'A 级', '不合格', '不称职', '服务不达标', '送饭四次\n可以打90分'], MARK),
];
const numbers = (field: string): Bad[] => [
  ...plain('1', 1, { 0: 1 }, null),
  ...each([[0], [-1]], `${field}.0: 不能少于 1`),
  ...each([['1'], [1.5], [null]], `${field}.0: ${WRONG}`),
  [Array.from({ length: 201 }, (_, n) => n + 1), '不能超过 200 项'],
];
const many = (n: number, whole: object) =>
  Array.from({ length: n }, (_, i) => ({ ...whole, criterionId: `c${i + 1}` }));
const aCriterionId = plain(1, 'c0', 'c10', 'C1', '服务能力');

/** Without a path of its own the sentence is the field’s. A name of route and field stands before the field’s. */
export const BAD: Record<string, Bad[]> = {
  communityId: plain('31010700000', '3101070000012', '31010700000a', 310107000001, ''),
  period: each(
    [undefined, '', 2026, null, '2026', '2026-H0', '2026-H3', '2026-Q5', '2026-q1', '1999-H1'],
    '请选择期间',
  ),
  ...{ memberId: anId, wishId: anId },
  cursor: [...each([7, null], WRONG), ['', '此项不能为空'], ['x'.repeat(513), '不能超过 512 个字']],
  every: each([undefined, 'year', 'Half', '半年', null], '请选择每半年还是每季度'),
  objectionDays: [
    ...each([undefined, '7', 7.5, null, Number.NaN], '请填写天数'),
    ...each([2, 0, -7], '至少 3 天，让本人来得及看'),
    ...each([61, 365], '不能超过 60 天'),
  ],
  ...{ unitSide: yesNo, goesAlong: yesNo },
  number: [
    ...each([undefined, 2026, null], '请填写报告编号'),
    ...each(
      ['', '2026', '26-AB2CD3EF4G', '2026-AB2CD3EF4', '2026-AB2CD3EF4GH', '2026-AB2CD3EF4I', '2026-ab2cd3ef4g'],
      '请填写报告编号，例如 2026-AB2CD3EF4G',
    ),
  ],
  code: [
    ...each([undefined, 123, null], '请填写校验码'),
    ...each(['', '0123456789abcde', '0123456789abcdef0', '0123456789ABCDEF', '0123456789abcdeg'], '校验码是 16 位字符'),
  ],
  'agreeReport.words': numbers('words'),
  lines: [...numbers('lines'), [[], '请选择是哪几条']],
  'objectReport.words': words('哪里不对', 100, true),
  'answerReport.words': words('答复', 100, true),
  verdict: each([undefined, '', 'sent', '保持', null], '请选择怎样答复'),
  items: [
    ...plain('服务能力', {}, null),
    ...each([['服务能力'], [null]], `items.0: ${WRONG}`),
    [[], '至少写一条标准'],
    [many(7, criterion), '最多 6 条'],
    [[criterion, { ...criterion, title: '中心工作' }], '标准的编号重复了'],
    ...inFirst('items', criterion, 'criterionId', aCriterionId),
    ...inFirst('items', criterion, 'title', words('标准的名称', 12)),
    ...inFirst('items', criterion, 'asks', words('要回答的问题', 80)),
    [[{ ...criterion, most: 10 }], 'items.0: 不认识的字段：most'],
  ],
  source: words('依据', 120),
  side: each([undefined, 'residents', '', '社区', null], '请选择是哪一方'),
  said: [
    ...plain('好', {}, null),
    ...each([['好'], [null]], `said.0: ${WRONG}`),
    [[], '请至少写一条'],
    [many(7, said), '不能超过 6 项'],
    [[said, { ...said, words: '又一次' }], '同一条标准只写一次'],
    ...inFirst('said', said, 'criterionId', aCriterionId),
    ...inFirst('said', said, 'words', unmarked('评议', 200)),
    ...inFirst('said', said, 'refs', [
      ...plain('1', null),
      [Array(6).fill(ref), '一条最多引用 5 次服务'],
      ...inFirst('refs', ref, 'from', anInstant),
      ...inFirst('refs', ref, 'entryId', anId),
      [[{ ...ref, minutes: 90 }], 'refs.0: 不认识的字段：minutes'],
    ]),
    ...['score', 'grade', 'rank', 'passed'].map((more): Bad => [
      [{ ...said, [more]: 1 }],
      `said.0: 不认识的字段：${more}`,
    ]),
  ],
  'answerAsResident.words': unmarked('想说的话', 100),
  'replyEvaluation.words': unmarked('回应', 200),
};
