import fc from 'fast-check';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { mayPrint, proves, stateOf } from './certificate-rules';
import { Entry, Grade, Reason, Track } from './model';
import { recordTable, toCsv, type RecordFacts } from './record-rules';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { HOURS_DEFAULTS, HOURS_SOURCES, HoursRule, LINES_ON_CERTIFICATE } from './rule-sets';

const instant = (minute: number) => new Date(Date.parse('2026-12-30T00:00:00.000Z') + minute * MINUTE).toISOString();
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

test('a certificate moves from hanging out to valid once, and from revoked never; only what is valid is printed', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.option(fc.nat(100), { nil: undefined }), (until, now, revoked) => {
      const one = { publicUntil: instant(until), revokedAt: revoked === undefined ? undefined : instant(revoked) };
      const at = new Date(instant(now));
      const state = revoked !== undefined ? 'revoked' : now < until ? 'public' : 'valid';
      expect(stateOf(one, at)).toBe(state);
      const codes = { revoked: 'CERTIFICATE_REVOKED', public: 'IN_PUBLICITY', valid: undefined } as const;
      expect(mayPrint(one, at)?.refused).toBe(codes[state]);
    }),
  );
});

test.each([0, 1, LINES_ON_CERTIFICATE, LINES_ON_CERTIFICATE + 1, 30])(
  'of %i activities a certificate names so many and counts the rest',
  (n) => {
    const entries = range(0, n).map((i) => ({
      ...{
        track: 'recorded' as const,
        grade: 'scanned' as const,
        activityId: `a${i}`,
        from: instant(i),
        minutes: i + 1,
      },
    }));
    const { lines, more } = proves(entries, (id) => id);
    expect([lines.length, more]).toEqual([Math.min(n, LINES_ON_CERTIFICATE), Math.max(0, n - LINES_ON_CERTIFICATE)]);
    if (n > 0) expect(lines[0]).toMatchObject({ title: `a${n - 1}`, minutes: n });
  },
);

/** Reads CSV as a spreadsheet would: a cell is quoted, or goes to the next comma or end of line. */
const readCsv = (csv: string): string[][] => {
  const table: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    table.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') table.push([]);
  }
  return table.slice(0, -1);
};
test('whatever people type comes back from the CSV as it was, but that no cell begins a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a王,"\r\n=+-@\t1 ') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (table) => {
      const read = readCsv(toCsv(table));
      expect(read.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      expect(read).toEqual(table.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))));
    }),
  );
});

test('every grade, track and status has its words in the record, and rows are as wide as their heads', () => {
  const facts = { entryId: 'e', activityId: 'a', title: '', volunteerName: '', place: '', kind: 'x', responsible: '' };
  const rest = { from: instant(0), to: instant(60), minutes: 60 };
  const statuses = ['stands', 'reversed', 'reversal', 'questioned'] as const;
  const all = Grade.options.flatMap((grade) =>
    Track.options.flatMap((track) =>
      statuses.map((status): RecordFacts => ({ ...facts, ...rest, grade, track, status })),
    ),
  );
  const [heads = [], ...rows] = recordTable(all, { stepMinutes: 30, exportedAt: instant(0) });
  expect(new Set(heads).size).toBe(heads.length);
  for (const [i, row] of rows.entries()) {
    expect(row).toHaveLength(heads.length);
    expect(row).not.toContain(undefined);
    const told = (head: string) => row[heads.indexOf(head)];
    expect(told('证据')).toBe(GRADES[all[i]?.grade ?? 'placed'].label);
    expect(told('时长类型')).toBe(TRACKS[all[i]?.track ?? 'recorded'].label);
  }
  expect(new Set(rows.map((row) => row[heads.indexOf('状态')])).size).toBe(statuses.length);
});

test('every number says where it comes from and since when; what nobody has read in the law says so', () => {
  for (const [field, { source, sourceDate, verified }] of Object.entries(HOURS_SOURCES)) {
    expect(source).toMatch(/^[^A-Za-z]*《.*》|本系统自定|各地/);
    expect([field, Number.isNaN(Date.parse(sourceDate)), sourceDate.length]).toEqual([field, false, 10]);
    expect([field, verified]).toEqual([field, !source.includes('未查到原文')]);
  }
  for (const field of Object.keys(HOURS_DEFAULTS))
    expect(HoursRule.safeParse({ ...HOURS_DEFAULTS, [field]: 30.5 }, { jitless: true }).success).toBe(false);
  for (const { label, hint } of [...Object.values(GRADES), ...Object.values(TRACKS)])
    expect(`${label}${hint}`).toMatch(/^[^A-Za-z]{12,60}$/);
});

test('an entry has no room for words of people, and its grades, causes and reasons are no others', () => {
  const entry = {
    ...{ entryId: '01KB0000000000000000000000', shiftId: '01KB0000000000000000000001', title: '送饭', minutes: -60 },
    ...{ activityId: '01KB0000000000000000000002', track: 'recorded', grade: 'placed', kind: 'elderly' },
    ...{ from: instant(0), to: instant(60), at: instant(70), cause: 'settled' },
  };
  const takes = (more: object) => Entry.safeParse({ ...entry, ...more }, { jitless: true }).success;
  expect(takes({ reverses: '01KB0000000000000000000003' })).toBe(true);
  for (const wrong of [
    { name: '王秀兰' },
    { minutes: 1.5 },
    { track: 'points' },
    { grade: 'sworn' },
    { cause: 'gift' },
  ])
    expect([wrong, takes(wrong)]).toEqual([wrong, false]);
  const question = { caseId: `q-${entry.entryId}`, reasons: Reason.options, state: 'open' };
  expect([takes({ question }), takes({ question: { ...question, reasons: ['late'] } })]).toEqual([true, false]);
});
