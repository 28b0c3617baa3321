import fc from 'fast-check';
import { linesOf, numbered, sumsOf } from './facts';
import type { RecordLine } from './model';
import { MOST_LINES } from './rule-sets';
import { sentJson, signedText } from './signed-text';

const id = (n: number) => `01KB${String(n).padStart(22, '0')}`;
const lineOf = (n: number, more: Partial<RecordLine> = {}): RecordLine => ({
  ...{ entryId: id(n), activityId: id(n + 1_000), shiftId: id(n + 2_000), title: '给王奶奶送饭', kind: 'elderly' },
  ...{ source: 'volunteering', central: false, minutes: 60, grade: 'scanned', track: 'recorded', state: 'stands' },
  ...{ from: `2026-08-0${(n % 9) + 1}T01:00:00.000Z`, to: `2026-08-0${(n % 9) + 1}T02:00:00.000Z` },
  ...more,
});

test('sums keep central work and honorary time apart, and imported time out', () => {
  const lines = [
    lineOf(1, { grade: 'placed', minutes: 90 }),
    lineOf(2, { served: { at: '2026-08-02T03:00:00.000Z' } }),
    lineOf(3, { central: true, kind: 'central', minutes: 120 }),
    lineOf(4, { track: 'honorary', minutes: 30 }),
    lineOf(5, { track: 'imported', grade: 'imported', minutes: 999 }),
  ];
  expect(sumsOf(lines)).toEqual({
    service: {
      count: 2,
      minutes: 150,
      grades: [
        { grade: 'placed', minutes: 90 },
        { grade: 'scanned', minutes: 60 },
      ],
    },
    central: { count: 1, minutes: 120, grades: [{ grade: 'scanned', minutes: 120 }] },
    ...{ honorary: 30, confirmations: 1 },
  });
  expect(sumsOf([])).toMatchObject({ service: { count: 0, minutes: 0, grades: [] }, honorary: 0 });
});

test('each service is one numbered line, the earliest first; both parts share the numbers', () => {
  const lines = [lineOf(5), lineOf(3, { central: true, kind: 'central' }), lineOf(4, { track: 'honorary' }), lineOf(1)];
  const shown = numbered(lines);
  expect(shown.map(({ entryId }) => entryId)).toEqual([id(1), id(3), id(5)]);
  const { lines: own, centralLines } = linesOf(shown);
  expect([own.map(({ n }) => n), centralLines.map(({ n }) => n)]).toEqual([[1, 3], [2]]);
  expect(JSON.stringify(linesOf(shown))).not.toMatch(/送饭|01KB/);
});

test('a line is once in the report and its minutes once in the sum, whatever lines there are', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 150 })), fc.infiniteStream(fc.boolean()), (ns, central) => {
      const all = ns.map((n) => lineOf(n, { central: central.next().value === true, minutes: n }));
      const sums = sumsOf(all);
      const { lines, centralLines } = linesOf(numbered(all));
      const told = [...lines, ...centralLines];
      expect(new Set(told.map(({ n }) => n)).size).toBe(ns.length);
      expect(sums.service.minutes + sums.central.minutes).toBe(told.reduce((sum, { minutes }) => sum + minutes, 0));
      expect(sums.service.count + sums.central.count).toBe(ns.length);
    }),
  ));

test('who served more often than a report has lines is still counted whole', () => {
  const all = Array.from({ length: MOST_LINES + 5 }, (_, n) => lineOf(n));
  expect(numbered(all)).toHaveLength(MOST_LINES);
  expect(sumsOf(all).service.count).toBe(MOST_LINES + 5);
});

const part = { count: 1, minutes: 60, grades: [{ grade: 'scanned' as const, minutes: 60 }] };
const facts = {
  ...{ name: '王秀兰', memberKind: 'inService' as const, branch: '第一党支部', unit: '市第一医院', period: '2026-H2' },
  ...{ fromDay: '2026-07-01', toDay: '2026-12-31', service: part, central: part, honorary: 0, confirmations: 0 },
  ...{ lines: [], centralLines: [] },
};
const sending = { communityId: '310107000001', number: '2027-AB2CD3EF4G', sentAt: '2027-01-12T02:00:00.000Z', facts };

test('what leaves is these fields in this order and nothing that slipped in', () => {
  const slipped = {
    ...facts,
    phone: '13800000000',
    householdId: id(1),
    lines: [{ ...linesOf([lineOf(1)]).lines[0], title: '送饭' }],
  };
  const json = sentJson({ ...sending, facts: slipped as never, words: [] });
  expect(Object.keys(JSON.parse(json) as object)).toEqual([
    ...['format', 'version', 'communityId', 'number', 'sentAt', 'name', 'memberKind', 'branch', 'unit', 'period'],
    ...['fromDay', 'toDay', 'service', 'central', 'honorary', 'confirmations', 'lines', 'centralLines', 'words'],
  ]);
  expect(json).not.toMatch(/138|送饭|01KB/);
  expect(sentJson({ ...sending, words: [] })).toBe(sentJson({ ...sending, facts: { ...facts }, words: [] }));
});

test('an objection goes along as it was said and answered; what is signed has a name of its own', () => {
  const objection = { lines: [1], words: '不是我', answer: '核对过', version: 1 };
  expect(JSON.parse(sentJson({ ...sending, words: ['谢谢'], objection }))).toMatchObject({
    words: ['谢谢'],
    objection: { lines: [1], words: '不是我', answer: '核对过' },
  });
  expect(sentJson({ ...sending, words: [], objection })).not.toContain('"version":1,"answer"');
  expect(signedText('ab')).toBe('gongzhi-party-report/1\nab\n');
});
