import { isCommand } from '@gongzhi/shared/kernel/contract';
import { hours } from './contract';

type Name = keyof typeof hours;
const ID = '01KB0000000000000000000000';
const communityId = '310107000001';
const NUMBER = '2026-AB2CD3EF4G';
const CASE = `q-${ID}`;
const SAID = { issuer: '金秋花园居委会', responsible: '李静', handler: '何芳', contact: '0571-87654321' };
const ROW = { name: '王秀兰', day: '2025-03-05', title: '学雷锋活动', minutes: 90 };
const page = { communityId };

/** What a phone sends on each route when all is well, without what may be left out. */
const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ readMyTotals: page, listMyEntries: page, listMyCases: page, listOpenCases: page, listOrganisedCases: page },
  askCorrection: { communityId, entryId: ID, from: '2026-11-22T01:00:00.000Z', wanted: 90, why: '记少了' },
  askHonorary: { communityId, volunteerId: ID, activityId: ID, shiftId: ID, minutes: 30, why: '手机没电' },
  readCase: { communityId, caseId: CASE },
  answerCase: { communityId, caseId: CASE, verdict: 'accept', words: '属实' },
  readRule: page,
  changeRule: { communityId, answerWorkingDays: 10, publicityDays: 7, mostMinutesADay: 720, stepMinutes: 30 },
  issueCertificates: {
    ...{ communityId, fromDay: '2026-01-01', toDay: '2026-11-22', volunteers: [{ volunteerId: ID }] },
    ...SAID,
  },
  ...{ listBatches: page, listMyCertificates: page, listPublicity: page },
  ...{ readBatch: { communityId, batchId: ID }, printBatch: { communityId, batchId: ID } },
  ...{ printMyCertificate: { communityId, number: NUMBER }, verifyCertificate: { communityId, number: NUMBER } },
  revokeCertificate: { communityId, number: NUMBER, reason: '重复出具' },
  readStatistics: { communityId, month: '2026-11' },
  exportRecords: { communityId, month: '2026-11', format: 'csv' },
  importRecords: { communityId, rows: [ROW] },
};
/** What may be left out of some routes, as it looks when it is there. */
const MAY: Partial<Record<Name, Record<string, unknown>>> = {
  ...{ askCorrection: { askReview: true }, askHonorary: { askReview: false } },
  issueCertificates: { note: '入团用', volunteers: [{ volunteerId: ID, volunteerNumber: '3101070000001' }] },
  ...{ listMyEntries: { cursor: 'a.b' }, listMyCases: { cursor: 'a.b' }, listOpenCases: { cursor: 'a.b' } },
  ...{ listOrganisedCases: { cursor: 'a.b' }, listBatches: { cursor: 'a.b' }, listPublicity: { cursor: 'a.b' } },
  listMyCertificates: { cursor: 'a.b' },
};
const names = Object.keys(hours) as Name[];
const said = (name: Name, input: object): string[] =>
  (hours[name].input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const without = (input: object, field: string) =>
  Object.fromEntries(Object.entries(input).filter(([f]) => f !== field));

describe.each(names)('%s', (name) => {
  it('takes what is complete, with and without what may be left out', () => {
    expect(said(name, GOOD[name])).toEqual([]);
    expect(said(name, { ...GOOD[name], ...MAY[name] })).toEqual([]);
  });
  it('asks in Chinese for each field that is missing, is of another kind, or is nothing it knows', () => {
    for (const field of Object.keys(GOOD[name])) {
      const wrong = [without(GOOD[name], field), { ...GOOD[name], [field]: null }, { ...GOOD[name], [field]: {} }];
      for (const input of wrong) {
        const [issue = '', ...more] = said(name, input);
        expect([name, field, issue, more]).toEqual([name, field, expect.stringMatching(/: .*[\u4e00-\u9fff]/), []]);
        expect(issue.slice(0, issue.indexOf(':'))).toBe(field);
      }
    }
    expect(said(name, { ...GOOD[name], points: 5 })).toEqual([': 不认识的字段：points']);
  });
  it('refuses what may be left out when it is of another kind', () => {
    for (const field of Object.keys(MAY[name] ?? {})) {
      const [issue = ''] = said(name, { ...GOOD[name], [field]: 5 });
      expect(issue).toMatch(new RegExp(`^${field}: .*[\u4e00-\u9fff]`));
    }
  });
  it('takes nobody else’s word for who acts', () => {
    for (const field of ['personId', 'raisedById', 'now', 'state'])
      expect(said(name, { ...GOOD[name], [field]: ID })).toEqual([`: 不认识的字段：${field}`]);
  });
});

const long = (n: number) => '长'.repeat(n);
const rows = (n: number) => Array.from({ length: n }, () => ROW);
const row = (more: object) => ({ rows: [{ ...ROW, ...more }] });
const people = (n: number) => ({ volunteers: Array.from({ length: n }, () => ({ volunteerId: ID })) });
test.each<[Name, object, string[]]>([
  ['readMyTotals', { communityId: '31010700000' }, ['communityId: 此项的格式不对']],
  ['listMyEntries', { cursor: '' }, ['cursor: 此项不能为空']],
  ['listMyEntries', { cursor: long(512) }, []],
  ['listMyEntries', { cursor: long(513) }, ['cursor: 不能超过 512 个字']],
  ['askCorrection', { wanted: 0 }, []],
  ['askCorrection', { wanted: -1 }, ['wanted: 不能少于 0']],
  ['askCorrection', { wanted: 1_440 }, []],
  ['askCorrection', { wanted: 1_441 }, ['wanted: 不能超过 1440']],
  ['askCorrection', { wanted: 1.5 }, ['wanted: 此项的格式不对']],
  ['askCorrection', { wanted: '90' }, ['wanted: 此项的格式不对']],
  ['askCorrection', { why: '  ' }, ['why: 请填写理由']],
  ['askCorrection', { why: '👍' }, ['why: 理由要有文字，不能只有表情或符号']],
  ['askCorrection', { why: '一\n二' }, ['why: 理由不能换行']],
  ['askCorrection', { why: long(100) }, []],
  ['askCorrection', { why: long(101) }, ['why: 理由不能超过 100 个字']],
  ['askCorrection', { from: '2026-11-22T09:00:00+08:00' }, ['from: 此项的格式不对']],
  ['askCorrection', { entryId: CASE }, ['entryId: 此项的格式不对']],
  ['askHonorary', { minutes: 0 }, ['minutes: 不能少于 1']],
  ['askHonorary', { minutes: 1 }, []],
  ['askHonorary', { minutes: 1_441 }, ['minutes: 不能超过 1440']],
  ['answerCase', { caseId: ID }, ['caseId: 此项的格式不对']],
  ['answerCase', { verdict: 'maybe' }, ['verdict: 请从列出的选项中选择']],
  ['answerCase', { words: '' }, ['words: 请填写答复']],
  ['answerCase', { words: long(101) }, ['words: 答复不能超过 100 个字']],
  ['changeRule', { answerWorkingDays: 0 }, ['answerWorkingDays: 不能少于 1']],
  ['changeRule', { answerWorkingDays: 61 }, ['answerWorkingDays: 不能超过 60']],
  ['changeRule', { publicityDays: 0 }, []],
  ['changeRule', { publicityDays: -1 }, ['publicityDays: 不能少于 0']],
  ['changeRule', { mostMinutesADay: 59 }, ['mostMinutesADay: 不能少于 60']],
  ['changeRule', { mostMinutesADay: 1_440 }, []],
  ['changeRule', { mostMinutesADay: 1_441 }, ['mostMinutesADay: 不能超过 1440']],
  ['changeRule', { stepMinutes: 0 }, ['stepMinutes: 不能少于 1']],
  ['changeRule', { stepMinutes: 61 }, ['stepMinutes: 不能超过 60']],
  ['issueCertificates', { fromDay: '' }, ['fromDay: 请填写开始日期']],
  ['issueCertificates', { toDay: '2026-02-29' }, ['toDay: 请填写结束日期']],
  ['issueCertificates', { fromDay: '2026-11-22' }, []],
  ['issueCertificates', { fromDay: '2026-11-23' }, ['toDay: 结束日期不能早于开始日期']],
  ['issueCertificates', people(0), ['volunteers: 请选择志愿者']],
  ['issueCertificates', people(50), []],
  ['issueCertificates', people(51), ['volunteers: 一次最多 50 人']],
  ['issueCertificates', { issuer: long(41) }, ['issuer: 出具单位不能超过 40 个字']],
  ['issueCertificates', { responsible: ' ' }, ['responsible: 请填写负责人']],
  ['issueCertificates', { handler: long(21) }, ['handler: 经办人不能超过 20 个字']],
  ['issueCertificates', { contact: long(31) }, ['contact: 联系方式不能超过 30 个字']],
  ['issueCertificates', { note: long(61) }, ['note: 备注不能超过 60 个字']],
  ['verifyCertificate', { number: '2026-AB2CD3EF4I' }, ['number: 请填写证明编号，例如 2026-AB2CD3EF4G']],
  ['revokeCertificate', { reason: long(60) }, []],
  ['revokeCertificate', { reason: long(61) }, ['reason: 撤销理由不能超过 60 个字']],
  ['readStatistics', { month: '2026-13' }, ['month: 请填写年月，例如 2026-11']],
  ['readStatistics', { month: '2026-00' }, ['month: 请填写年月，例如 2026-11']],
  ['exportRecords', { month: '2026-1' }, ['month: 请填写年月，例如 2026-11']],
  ['exportRecords', { format: 'pdf' }, ['format: 请从列出的选项中选择']],
  ['importRecords', { rows: rows(0) }, ['rows: 不能少于 1 项']],
  ['importRecords', { rows: rows(20) }, []],
  ['importRecords', { rows: rows(21) }, ['rows: 一次最多 20 条']],
  ['importRecords', row({ name: '' }), ['rows.0.name: 请填写姓名']],
  ['importRecords', row({ day: '2025/3/5' }), ['rows.0.day: 日期要像 2025-03-05']],
  ['importRecords', row({ day: '2025-02-29' }), ['rows.0.day: 日期要像 2025-03-05']],
  ['importRecords', row({ title: long(31) }), ['rows.0.title: 活动名称不能超过 30 个字']],
  ['importRecords', row({ minutes: 0 }), ['rows.0.minutes: 时长至少 1 分钟']],
  ['importRecords', row({ minutes: 1.5 }), ['rows.0.minutes: 时长要是分钟的整数']],
  ['importRecords', row({ minutes: 1_441 }), ['rows.0.minutes: 一条最多 24 小时']],
])('%s with %j says %j', (name, more, issues) => expect(said(name, { ...GOOD[name], ...more })).toEqual(issues));

const RECEIPTS: Partial<Record<Name, object>> = {
  ...{ askCorrection: receipt(), askHonorary: receipt(), answerCase: receipt() },
  changeRule: { at: '2026-11-23T02:00:00.000Z' },
  issueCertificates: { batchId: ID, issued: 1, skipped: 0, publicUntil: at(), at: at() },
  revokeCertificate: { number: NUMBER, at: at() },
  importRecords: { imported: 1, skipped: 0, minutes: 90, at: at() },
};
function at() {
  return '2026-11-23T02:00:00.000Z';
}
function receipt() {
  return { caseId: CASE, state: 'open', dueAt: at(), at: at() };
}
test('what a command answers is ids, states, instants and numbers; a receipt with words in it is refused', () => {
  const takes = (name: Name, answer: object) => hours[name].output.safeParse(answer, { jitless: true }).success;
  expect(names.filter((name) => isCommand(hours[name])).sort()).toEqual(Object.keys(RECEIPTS).sort());
  for (const [name, answer] of Object.entries(RECEIPTS) as [Name, object][]) {
    expect([name, takes(name, answer)]).toEqual([name, true]);
    for (const words of ['why', 'words', 'volunteerName', 'name', 'reason', 'title', 'issuer', 'contact'])
      expect([name, words, takes(name, { ...answer, [words]: '王秀兰' })]).toEqual([name, words, false]);
    for (const field of Object.keys(answer))
      expect([name, field, takes(name, { ...answer, [field]: '王秀兰来了' })]).toEqual([name, field, false]);
  }
});

test('anybody may verify a certificate and read what hangs out and the rule; nothing else is open', () => {
  const open = names.filter((name) => hours[name].access === 'public');
  expect(open.sort()).toEqual(['listPublicity', 'readRule', 'verifyCertificate']);
});
