import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { mayMiss, slipsIn, takesWords } from '@gongzhi/shared/kernel/test-edits';
import { reports } from './contract';
import { Facts } from './model';
import { at, criterion, id, number, period, ref, type Name } from './test-inputs';

/** What room there is in all that goes out: which fields may be missing, which hold words, and that there are no others. */
const part = { count: 1, minutes: 90, grades: [{ grade: 'placed', minutes: 90 }] };
const sums = { service: part, central: part, honorary: 30, confirmations: 1 };
const line = { n: 1, day: '2026-08-01', kind: 'elderly', minutes: 90, grade: 'placed', confirmed: true };
const facts = {
  ...{ name: '王秀兰', memberKind: 'inService', branch: '第一党支部', unit: '市第一医院', period },
  ...{ fromDay: '2026-07-01', toDay: '2026-12-31', ...sums, lines: [line], centralLines: [line] },
};
const entry = {
  ...{ entryId: id(1), activityId: id(2), shiftId: id(3), title: '送饭', kind: 'elderly', source: 'volunteering' },
  ...{ central: false, from: at, to: at, minutes: 90, grade: 'placed', track: 'recorded', state: 'stands' },
  served: { at, words: '谢谢' },
};
const head = {
  ...{ memberId: id(1), name: '王秀兰', period, version: 1, state: 'read', count: 1, minutes: 90, preparedAt: at },
  ...{ seenAt: at, objectUntil: at, agreedAt: at, sentAt: at, readAt: at, readOnPaper: true, number },
};
const turn = {
  ...{ version: 1, lines: [1], words: '不是我', goesAlong: true, at },
  ...{ verdict: 'kept', answer: '核对过', answeredAt: at },
};
const report = { ...head, facts, turns: [turn], offered: [{ n: 1, words: '谢谢' }], chosen: [1], hasUnit: true };
const sheet = { fileName: '报告.pdf', mediaType: 'application/pdf', base64: 'JVBERi0=' };
const hash = 'ab'.repeat(32);
const signed = { number, json: '{}', hash, key: 'k1', x: 'x', signature: 's', signedAt: at };
const evaluation = {
  ...{ memberId: id(1), name: '王秀兰', period, openedAt: at, residents: ['谢谢'], reply: { words: '谢谢', at } },
  criteria: [{ ...criterion, said: [{ side: 'self', at, words: '送饭', refs: [ref] }] }],
};
const paged = (item: object) => ({ items: [item], next: 'c' });
const [ofMine, ofMember] = [
  { period, at },
  { memberId: id(1), period, at },
];
const versioned = { ...ofMember, version: 1 };
const ANSWERS: Record<Name, object> = {
  ...{
    readMyRecord: paged(entry),
    sumMyRecord: { ...sums, since: at },
    readMemberRecord: { ...paged(entry), name: '王' },
  },
  ...{ readRule: { every: 'half', objectionDays: 7, unitSide: true }, changeRule: { at } },
  ...{ listMyReports: paged(head), readMyReport: report, seeReport: { ...ofMine, objectUntil: at } },
  ...{ agreeReport: ofMine, objectReport: ofMine, printMyReport: sheet },
  verifyReport: { number, period, maskedName: '王*兰', minutes: 90, count: 1, sentAt: at, hash },
  ...{ prepareReport: versioned, prepareBranch: ofMine, listBranchReports: paged(head), readBranchReport: report },
  ...{ answerReport: versioned, sendReport: { ...ofMember, number }, printReport: sheet, handOver: versioned },
  ...{ listUnitReports: paged(head), readUnitReport: { ...head, signed }, receiveReport: versioned },
  printUnitReport: sheet,
  readCriteria: { version: 1, items: [criterion], source: '党支部会议', sourceDate: '2026-11-27', verified: false },
  ...{ setCriteria: { version: 1, at }, openEvaluation: ofMember, answerEvaluation: ofMember },
  ...{ listToAnswer: paged({ memberId: id(1), name: '王秀兰', period }), readQuestions: { items: [criterion] } },
  ...{
    listUnitToAnswer: paged({ memberId: id(1), name: '王秀兰', period }),
    findWord: { asked: { memberId: id(1), period } },
  },
  ...{ readMyEvaluation: evaluation, readEvaluation: evaluation, answerAsResident: ofMember, replyEvaluation: ofMine },
};
const all = Object.entries(ANSWERS) as [Name, object][];
const outOf = (name: Name) => (reports[name] as Route).output;
const taken = (name: Name, answer: unknown) => outOf(name).safeParse(answer, { jitless: true }).success;

/** What must never be in any answer of these routes, however deep. */
const NEVER = [
  ...['score', 'mark', 'rank', 'level', 'passed', 'stars', 'points', 'average'],
  ...['phone', 'address', 'door', 'building', 'householdId', 'lat', 'idNumber', 'birthday', 'photo'],
  ...['residentId', 'residentName', 'servedName', 'wisherId', 'callName', 'pk', 'sk', 'openId'],
];
test.each(all)('%s: nothing that nobody declared goes out, at any depth', (name, answer) => {
  expect(taken(name, answer)).toBe(true);
  expect(slipsIn(outOf(name), answer, NEVER)).toEqual([]);
});

const HEAD = ['seenAt', 'objectUntil', 'agreedAt', 'sentAt', 'readAt', 'readOnPaper', 'number'];
const inItems = (fields: string[]) => [...fields.map((field) => `items.0.${field}`), 'next'];
const OF_ENTRY = inItems(['served', 'served.words']);
const OF_REPORT = [...HEAD, 'facts.unit', ...['verdict', 'answer', 'answeredAt'].map((field) => `turns.0.${field}`)];
const MAY_MISS: Partial<Record<Name, string[]>> = {
  ...{ readMyRecord: OF_ENTRY, readMemberRecord: OF_ENTRY, readMyReport: OF_REPORT, readBranchReport: OF_REPORT },
  ...{ listMyReports: inItems(HEAD), listBranchReports: inItems(HEAD), listUnitReports: inItems(HEAD) },
  ...{ readUnitReport: HEAD, listToAnswer: ['next'], listUnitToAnswer: ['next'], findWord: ['asked'] },
  ...{ readMyEvaluation: ['residents', 'reply'], readEvaluation: ['residents', 'reply'] },
};
test.each(all)('%s: an answer is whole', (name, answer) =>
  expect(mayMiss(outOf(name), answer)).toEqual(MAY_MISS[name] ?? []),
);

/** Every place in an answer that could hold a sentence (a criterion’s title is too short for one): there is no other. */
const ENTRY_WORDS = ['items.0.title', 'items.0.kind', 'items.0.served.words', 'next'];
const REPORT_WORDS = [
  ...['name', 'facts.name', 'facts.branch', 'facts.unit', 'facts.lines.0.kind', 'facts.centralLines.0.kind'],
  ...['turns.0.words', 'turns.0.answer', 'offered.0.words'],
];
const EVALUATION_WORDS = ['name', 'residents.0', 'reply.words', 'criteria.0.asks', 'criteria.0.said.0.words'];
const SHEET_WORDS = ['fileName', 'base64'];
const HEADS_WORDS = ['items.0.name', 'next'];
const WORDS: Partial<Record<Name, string[]>> = {
  ...{ readMyRecord: ENTRY_WORDS, readMemberRecord: [...ENTRY_WORDS, 'name'], verifyReport: ['maskedName', 'hash'] },
  ...{ listMyReports: HEADS_WORDS, listBranchReports: HEADS_WORDS, listUnitReports: HEADS_WORDS },
  ...{
    readMyReport: REPORT_WORDS,
    readBranchReport: REPORT_WORDS,
    listToAnswer: HEADS_WORDS,
    listUnitToAnswer: HEADS_WORDS,
  },
  ...{ printMyReport: SHEET_WORDS, printReport: SHEET_WORDS, printUnitReport: SHEET_WORDS },
  readUnitReport: ['name', 'signed.json', 'signed.key', 'signed.x', 'signed.signature'],
  readCriteria: ['items.0.asks', 'source'],
  readQuestions: ['items.0.asks'],
  ...{ readMyEvaluation: EVALUATION_WORDS, readEvaluation: EVALUATION_WORDS },
};
test.each(all)('%s: words are only where they belong', (name, answer) => {
  expect(takesWords(outOf(name), answer).sort()).toEqual([...(WORDS[name] ?? [])].sort());
});
test.each(all.filter(([name]) => isCommand(reports[name])))('%s: its receipt holds no words at all', (name, answer) => {
  expect(takesWords(outOf(name), answer)).toEqual([]);
  for (const [field, value] of Object.entries(answer)) {
    for (const other of ['', '王秀兰', null, {}, [value], [], `${String(value)} 谢谢`])
      expect([field, other, taken(name, { ...answer, [field]: other })]).toEqual([field, other, false]);
  }
});

test('the facts of a report are declared one by one, and nobody who was served is in them', () => {
  expect(Object.keys(Facts.shape).sort()).toEqual(Object.keys(facts).sort());
  expect(mayMiss(Facts, facts)).toEqual(['unit']);
  expect(slipsIn(Facts, facts, [...NEVER, 'title', 'place', 'words', 'entryId', 'activityId', 'served'])).toEqual([]);
  const wrong = (more: object) => Facts.safeParse({ ...facts, ...more }, { jitless: true }).success;
  expect([wrong({}), wrong({ unit: undefined }), wrong({ lines: [] })]).toEqual([true, true, true]);
  for (const more of [
    ...[
      { honorary: 0.5 },
      { honorary: '30' },
      { confirmations: true },
      { memberKind: 'excellent' },
      { period: '2026' },
    ],
    ...[{ fromDay: '2026-02-30' }, { toDay: at }, { lines: [{ ...line, minutes: 1.5 }] }, { lines: [entry] }],
    ...[
      { lines: [{ ...line, grade: 'excellent' }] },
      { service: { ...part, grades: [{ grade: '优秀', minutes: 1 }] } },
    ],
  ])
    expect([more, wrong(more)]).toEqual([more, false]);
});

test.each(['prepared', 'seen', 'objected', 'kept', 'agreed', 'sent', 'read', 'stopped', 'lost', '', '已发出'])(
  'a report in state “%s”',
  (state) => expect(taken('listMyReports', paged({ ...head, state }))).toBe(!['lost', '', '已发出'].includes(state)),
);
