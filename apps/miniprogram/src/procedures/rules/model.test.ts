import { changesIn, keyOf, numberRows, ruleWords } from './model';

const COUNCIL = 'community-council-2026-1';
const rowsOf = (own: Parameters<typeof numberRows>[0]) => numberRows(own).flatMap(({ rows }) => rows);
const row = (procedureId: string, gateId: string, own: Parameters<typeof numberRows>[0] = []) =>
  rowsOf(own).find((one) => one.procedureId === procedureId && one.gateId === gateId)!;

test('every number is shown as it holds here, and whether it is the community’s own', () => {
  const own = [{ procedureId: COUNCIL, gateId: 'publicity', number: 7 }] as Parameters<typeof numberRows>[0];
  expect(row(COUNCIL, 'publicity', own)).toMatchObject({ number: 7, own: true });
  expect(row(COUNCIL, 'publicity')).toMatchObject({ number: 3, own: false });
  expect(ruleWords(row('owners-2021-1', 'notice'))).toContain('不能少于 15');
  expect(ruleWords(row(COUNCIL, 'publicity', own))).toBe('社区自己定的');
});
test('only what was changed is sent, and what is no whole number is said', () => {
  const rows = rowsOf([]);
  const key = keyOf({ procedureId: COUNCIL, gateId: 'publicity' });
  expect(changesIn(rows, {})).toEqual({ own: [], wrong: false });
  expect(changesIn(rows, { [key]: ' 3 ' })).toEqual({ own: [], wrong: false });
  expect(changesIn(rows, { [key]: '5' })).toEqual({
    own: [{ procedureId: COUNCIL, gateId: 'publicity', number: 5 }],
    wrong: false,
  });
  for (const typed of ['', '五', '1.5', '-1', '1000'])
    expect([typed, changesIn(rows, { [key]: typed }).wrong]).toEqual([typed, true]);
});
