import type { reports } from './contract';

/** Requests of every route, as a person sends them, with everything that may be given. For tests. */
export const id = (n: number) => `01KB00000000000000000000${String(n).padStart(2, '0')}`;
export const communityId = '310107000001';
export const at = '2027-01-04T02:00:00.000Z';
export const period = '2026-H2';
export const number = '2026-AB2CD3EF4G';
const here = { communityId };
const listed = { ...here, cursor: 'c' };
const ofPeriod = { ...here, period };
const of = { ...ofPeriod, memberId: id(1) };
const received = { ...here, number };
export const criterion = { criterionId: 'c1', title: '服务能力', asks: '做了什么？' };
export const ref = { from: at, entryId: id(2) };
export const said = { criterionId: 'c1', words: '送了四次饭', refs: [ref] };

export type Name = keyof typeof reports;
/** One good request of each route. */
export const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ readMyRecord: { ...ofPeriod, cursor: 'c' }, sumMyRecord: ofPeriod, readMemberRecord: { ...of, cursor: 'c' } },
  readRule: here,
  changeRule: { ...here, every: 'half', objectionDays: 7, unitSide: false },
  ...{ listMyReports: listed, readMyReport: ofPeriod, seeReport: ofPeriod, printMyReport: ofPeriod },
  agreeReport: { ...ofPeriod, words: [1, 2] },
  objectReport: { ...ofPeriod, lines: [1], words: '时间不对', goesAlong: true },
  verifyReport: { ...received, code: '0123456789abcdef' },
  ...{ prepareReport: of, prepareBranch: ofPeriod, listBranchReports: { ...ofPeriod, cursor: 'c' } },
  ...{ readBranchReport: of, answerReport: { ...of, verdict: 'kept', words: '保持原样' } },
  ...{ sendReport: of, printReport: of, handOver: of, listUnitReports: listed },
  ...{ readUnitReport: received, receiveReport: received, printUnitReport: received },
  readCriteria: here,
  setCriteria: { ...here, items: [criterion], source: '党支部会议' },
  ...{ openEvaluation: of, listToAnswer: listed, readMyEvaluation: ofPeriod, readEvaluation: of },
  readQuestions: { ...of, side: 'community' },
  answerEvaluation: { ...of, side: 'self', said: [said] },
  ...{ listUnitToAnswer: listed, findWord: { ...here, wishId: id(3) } },
  answerAsResident: { ...of, wishId: id(3), words: '谢谢' },
  replyEvaluation: { ...ofPeriod, words: '谢谢大家' },
};
