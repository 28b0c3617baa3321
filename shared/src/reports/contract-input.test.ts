import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS } from '@gongzhi/shared/kernel/refusals';
import { reports } from './contract';

/** What every field of every route refuses, in words; and what commands answer with. */
type Name = keyof typeof reports;
const ID = '01KB0000000000000000000000';
const communityId = '310107000001';
const at = '2027-01-04T02:00:00.000Z';
const here = { communityId };
const period = '2026-H2';
const ofPeriod = { ...here, period };
const of = { ...ofPeriod, memberId: ID };
const number = '2026-AB2CD3EF4G';
const SAID = [{ criterionId: 'c1', words: '送了四次饭', refs: [{ from: at, entryId: ID }] }];

/** What a phone sends on each route when all is well, without what may be left out. */
const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ readMyRecord: ofPeriod, sumMyRecord: ofPeriod, readMemberRecord: of, readRule: here },
  changeRule: { ...here, every: 'half', objectionDays: 7, unitSide: false },
  ...{ listMyReports: here, readMyReport: ofPeriod, seeReport: ofPeriod, printMyReport: ofPeriod },
  agreeReport: { ...ofPeriod, words: [1, 2] },
  objectReport: { ...ofPeriod, lines: [1], words: '时间不对', goesAlong: true },
  verifyReport: { ...here, number, code: '0123456789abcdef' },
  ...{ prepareReport: of, prepareBranch: ofPeriod, listBranchReports: ofPeriod, readBranchReport: of },
  answerReport: { ...of, verdict: 'kept', words: '保持原样' },
  ...{ sendReport: of, printReport: of, handOver: of, listUnitReports: here },
  ...{ readUnitReport: { ...here, number }, receiveReport: { ...here, number }, printUnitReport: { ...here, number } },
  readCriteria: here,
  setCriteria: { ...here, items: [{ criterionId: 'c1', title: '服务能力', asks: '做了什么？' }], source: '党支部会议' },
  ...{ openEvaluation: of, listToAnswer: here, readMyEvaluation: ofPeriod, readEvaluation: of },
  readQuestions: { ...of, side: 'community' },
  answerEvaluation: { ...of, side: 'self', said: SAID },
  ...{ listUnitToAnswer: here, findWord: { ...here, wishId: ID } },
  answerAsResident: { ...of, wishId: ID, words: '谢谢' },
  replyEvaluation: { ...ofPeriod, words: '谢谢大家' },
};
const PAGED: Name[] = [
  ...(['readMyRecord', 'readMemberRecord', 'listMyReports', 'listBranchReports'] as const),
  ...(['listUnitReports', 'listToAnswer', 'listUnitToAnswer'] as const),
];
const names = Object.keys(reports) as Name[];
const said = (name: Name, input: object): string[] =>
  ((reports as Record<string, Route>)[name]?.input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const without = (input: object, field: string) =>
  Object.fromEntries(Object.entries(input).filter(([one]) => one !== field));

describe.each(names)('%s', (name) => {
  it('takes what is complete, and a cursor where it has pages', () => {
    expect(said(name, GOOD[name])).toEqual([]);
    const paged = said(name, { ...GOOD[name], cursor: 'a.b' }).length === 0;
    expect([name, paged]).toEqual([name, PAGED.includes(name)]);
  });
  it('asks in Chinese for each field that is missing, is of another kind, or is nothing it knows', () => {
    for (const field of Object.keys(GOOD[name])) {
      const wrong = [without(GOOD[name], field), { ...GOOD[name], [field]: null }, { ...GOOD[name], [field]: {} }];
      for (const input of wrong) {
        const [issue = '', ...more] = said(name, input);
        expect([name, field, issue, more]).toEqual([name, field, expect.stringMatching(/: .*[\u4e00-\u9fff]/), []]);
      }
    }
    expect(said(name, { ...GOOD[name], byId: ID })).toEqual([': 不认识的字段：byId']);
  });
});

test.each<[Name, string, unknown, string]>([
  ['readMyRecord', 'period', '2026-H3', '请选择期间'],
  ['readMyRecord', 'period', '2026H2', '请选择期间'],
  ['readMyRecord', 'period', '1999-H1', '请选择期间'],
  ['changeRule', 'objectionDays', 2, '至少 3 天，让本人来得及看'],
  ['changeRule', 'objectionDays', 61, '不能超过 60 天'],
  ['changeRule', 'objectionDays', 7.5, '请填写天数'],
  ['changeRule', 'every', 'year', '请选择每半年还是每季度'],
  ['objectReport', 'lines', [], '请选择是哪几条'],
  ['objectReport', 'words', '好'.repeat(101), '哪里不对不能超过 100 个字'],
  ['answerReport', 'verdict', 'ignored', '请选择怎样答复'],
  ['answerReport', 'words', '👍', '答复要有文字，不能只有表情或符号'],
  ['verifyReport', 'number', '2026-ab2cd3ef4g', '请填写报告编号，例如 2026-AB2CD3EF4G'],
  ['verifyReport', 'code', '0123', '校验码是 16 位字符'],
  ['setCriteria', 'items', [], '至少写一条标准'],
  ['answerEvaluation', 'side', 'residents', '请选择是哪一方'],
  ['answerEvaluation', 'said', [], '请至少写一条'],
  ['answerEvaluation', 'said', [SAID[0], SAID[0]], '同一条标准只写一次'],
])('%s with %s %o says: %s', (name, field, value, message) =>
  expect(said(name, { ...GOOD[name], [field]: value })).toEqual([`${field}: ${message}`]),
);

test.each([
  '打95分',
  '打八分',
  '打八点五分',
  '五颗星',
  '98.5分',
  '九十五分',
  '第2名',
  '全区第一名',
  '不合格',
  '不称职',
  '评为优秀等次',
  'A级',
])('“%s” is no evaluation in words', (words) => {
  const mark = expect.stringContaining('不打分、不排名');
  expect(said('answerEvaluation', { ...GOOD.answerEvaluation, said: [{ ...SAID[0], words }] })).toEqual([mark]);
  expect(said('answerAsResident', { ...GOOD.answerAsResident, words })).toEqual([mark]);
  expect(said('replyEvaluation', { ...GOOD.replyEvaluation, words })).toEqual([mark]);
});
test.each([
  '每次 90 分钟',
  '来了 4 次',
  '第三次下着雨',
  '分内的事',
  '合格的饭菜',
  '十分感谢',
  '万分感激',
  '百分之百用心',
  '一分一秒都没浪费',
  '一分耕耘一分收获',
  '下午3点20分到',
  '一星期来两次',
])('“%s” says what was', (words) => expect(said('answerAsResident', { ...GOOD.answerAsResident, words })).toEqual([]));

test('no field of an answer in an evaluation is a number, a mark or a choice among grades', () => {
  const fields = Object.keys(reports.answerEvaluation.input.shape);
  expect(fields.sort()).toEqual(['communityId', 'memberId', 'period', 'said', 'side']);
  for (const more of [{ score: 95 }, { grade: 'A' }, { rank: 1 }, { passed: true }, { level: '优秀' }])
    expect(said('answerEvaluation', { ...GOOD.answerEvaluation, said: [{ ...SAID[0], ...more }] })).toHaveLength(1);
  for (const words of [95, true, null, ['好']])
    expect(said('answerEvaluation', { ...GOOD.answerEvaluation, said: [{ ...SAID[0], words }] })).toHaveLength(1);
});

const ofReceipt = { memberId: ID, period, version: 1, at };
const RECEIPTS: Partial<Record<Name, Record<string, unknown>>> = {
  changeRule: { at },
  seeReport: { period, at, objectUntil: at },
  ...{ agreeReport: { period, at }, objectReport: { period, at }, replyEvaluation: { period, at } },
  ...{ prepareReport: ofReceipt, answerReport: ofReceipt, handOver: ofReceipt, receiveReport: ofReceipt },
  prepareBranch: { period, at },
  sendReport: { memberId: ID, period, number, at },
  setCriteria: { version: 1, at },
  ...{ openEvaluation: { memberId: ID, period, at }, answerEvaluation: { memberId: ID, period, at } },
  answerAsResident: { memberId: ID, period, at },
};
const takes = (name: Name, output: object) =>
  (reports as Record<string, Route>)[name]?.output.safeParse(output, { jitless: true }).success;

test('every command has its receipt here', () => {
  const commands = Object.entries<Route>(reports).filter(([, route]) => isCommand(route));
  expect(Object.keys(RECEIPTS).sort()).toEqual(commands.map(([name]) => name).sort());
});

test.each(Object.entries(RECEIPTS) as [Name, Record<string, unknown>][])(
  'the receipt of %s is what it is: nothing may be left out, and there is no room for words or names',
  (name, receipt) => {
    expect(takes(name, receipt)).toBe(true);
    for (const field of Object.keys(receipt)) {
      expect([field, takes(name, without(receipt, field))]).toEqual([field, false]);
      for (const leak of ['谢谢您陪我去医院', '王秀兰', '', null])
        expect([field, leak, takes(name, { ...receipt, [field]: leak })]).toEqual([field, leak, false]);
    }
    for (const field of ['name', 'words', 'answer', 'phone', 'facts', 'score', 'rank'])
      expect(takes(name, { ...receipt, [field]: 'x' })).toBe(false);
  },
);

test.each([...new Set(Object.values<Route>(reports).flatMap(({ refusals }) => refusals))])(
  '%s says in words what is missing and what to do',
  (code) => {
    const [status, sentence] = REFUSALS[code];
    expect([400, 404, 409]).toContain(status);
    expect(sentence.replaceAll(/\{\w+\}/g, '').length).toBeGreaterThan(10);
    expect(sentence).toMatch(/。$/);
  },
);
