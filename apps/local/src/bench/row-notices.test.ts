import { rowNotices, type NoticesMeasured } from './row-notices';

const estimate = { name: 'everybody', ms: 40, read: 12, right: true };
const heap = { early: 30_000_000, all: 31_000_000 };
const measured: NoticesMeasured = {
  ...{ seconds: { tell: 40, send: 200 }, heap: { tell: heap, send: heap }, writes: 2.8, spoilt: 1_500 },
  ...{ final: 10_000, untrue: 0, twice: 0, differing: 0, counted: true, estimates: [estimate] },
};
const size = { recipients: 10_000, early: 2_000 };
const verdicts = (more: Partial<NoticesMeasured> = {}) =>
  rowNotices({ ...measured, ...more }, size).rows.map(({ ok }) => ok);
const within = [undefined, undefined, ...Array<boolean>(9).fill(true)];
const grown = { early: 30_000_000, all: 45_000_000 };

it('is inside its budgets', () => expect(verdicts()).toEqual(within));

it.each<[string, Partial<NoticesMeasured>, number]>([
  ['a recipient that writes more', { writes: 3.01 }, 2],
  ['somebody without a final state', { final: 9_999 }, 3],
  ['somebody whose state is not true', { untrue: 1 }, 3],
  ['somebody sent to twice', { twice: 1 }, 4],
  ['a balance that differs', { differing: 1 }, 5],
  ['figures that are not so', { counted: false }, 6],
  ['a heap that grows while telling', { heap: { tell: grown, send: heap } }, 7],
  ['a heap that grows while sending', { heap: { tell: heap, send: grown } }, 8],
  ['a heap nobody looked at', { heap: { tell: { ...heap, early: Number.NaN }, send: heap } }, 7],
  ['an estimate that takes long', { estimates: [{ ...estimate, ms: 300 }] }, 9],
  ['an estimate that is wrong', { estimates: [{ ...estimate, right: false }] }, 9],
  ['an estimate that reads many', { estimates: [{ ...estimate, read: 5_000 }] }, 10],
])('is past them with %s', (_, more, row) => {
  expect(verdicts(more)).toEqual(within.map((ok, i) => (i === row ? false : ok)));
});
