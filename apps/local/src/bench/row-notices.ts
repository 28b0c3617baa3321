import type { Row, Section } from './print-table';

/** Bytes of heap after a collection, at some recipients and at all of them. */
interface Grown {
  early: number;
  all: number;
}
/** What functions/measure-notices.mjs says: one notice to many with every error, and estimates of audiences among as many. */
export interface NoticesMeasured {
  seconds: { tell: number; send: number };
  heap: { tell: Grown; send: Grown };
  writes: number;
  spoilt: number;
  final: number;
  untrue: number;
  twice: number;
  differing: number;
  counted: boolean;
  estimates: readonly { name: string; ms: number; read: number; right: boolean }[];
}
export interface NoticesSize {
  recipients: number;
  early: number;
}
/** Source: issue 7. */
const [WRITES, ESTIMATE_MS] = [3, 300];
/** Our own: what the stand-in keeps of each message grows too. */
const FLAT = 1.25;
/** Our own: reading each of ten thousand would be five thousand at least. */
const ESTIMATE_READS = 100;
const said = (n: number) => n.toLocaleString('en');
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

const below = (what: string, measured: number, budget: number, unit: string): Row => ({
  what,
  measured: `${Number(measured.toFixed(3))} ${unit}`,
  against: `≤ ${budget}`,
  ratio: (measured / budget).toFixed(2),
  ok: measured <= budget,
});
const rowHeap = (doing: string, { early, all }: Grown, size: NoticesSize): Row => ({
  what: `heap, ${doing}, after ${said(size.early)} and ${said(size.recipients)}`,
  measured: `${megabytes(early)} → ${megabytes(all)} MB`,
  against: `≤ × ${FLAT}`,
  ratio: (all / early).toFixed(2),
  ok: all / early <= FLAT,
});
/** How long a thing took, which has no budget. */
const rowTime = (what: string, seconds: number): Row => ({
  ...{ what, measured: `${seconds.toFixed(0)} s`, against: '', ratio: '', ok: undefined },
});
/** What must be so of all. */
const rowExact = (what: string, measured: string, against: string): Row => ({
  ...{ what, measured, against, ratio: '', ok: measured === against },
});
const rowsEstimate = ({ name, ms, read, right }: NoticesMeasured['estimates'][number]): Row[] => [
  {
    ...below(`an estimate of ${name}, the longest of ten`, ms, ESTIMATE_MS, 'ms'),
    against: `< ${ESTIMATE_MS}`,
    ok: ms < ESTIMATE_MS && right,
  },
  below(`an estimate of ${name}`, read, ESTIMATE_READS, 'read units'),
];

/** A notice to a whole community while WeChat and the line fail, and how many it would reach. */
export const rowNotices = (measured: NoticesMeasured, size: NoticesSize): Section => ({
  title: `notices: ${said(size.recipients)} recipients, ${said(measured.spoilt)} spoilt answers`,
  rows: [
    rowTime('told in the app', measured.seconds.tell),
    rowTime('sent over WeChat', measured.seconds.send),
    below('a recipient, told, sent to and settled', measured.writes, WRITES, 'write units'),
    rowExact(
      'one final state, and another than WeChat knows',
      `${said(measured.final)}, ${measured.untrue}`,
      `${said(size.recipients)}, 0`,
    ),
    rowExact('sent to twice', said(measured.twice), '0'),
    rowExact('balances that differ from WeChat’s', said(measured.differing), '0'),
    rowExact('the page’s figures', measured.counted ? 'as counted' : 'other', 'as counted'),
    rowHeap('telling', measured.heap.tell, size),
    rowHeap('sending', measured.heap.send, size),
    ...measured.estimates.flatMap(rowsEstimate),
  ],
});
