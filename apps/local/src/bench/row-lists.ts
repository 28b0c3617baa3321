import type { Row, Section } from './print-table';

/** What the first page of a list read, in read units, by how many records lay behind it. `page`: one more than a page shows. */
export interface ListUnits {
  name: string;
  few: number;
  page: number;
  many: number;
}
/** A page whose last item lies across four kilobytes reads a unit more or less. */
const SLACK = 1;

const rowOf = ({ name, few, page, many }: ListUnits): Row => ({
  what: name,
  measured: `${few} → ${page} → ${many} read units`,
  against: 'a page’s, ± 1',
  ratio: (many / page).toFixed(2),
  ok: few <= page && Math.abs(many - page) <= SLACK,
});

/** Lists that grow: ten are less than a page and cost less; from a page on the cost stays. */
export const rowLists = (lists: readonly ListUnits[], count: number): Section => ({
  title: `lists at 10, 21 and ${count.toLocaleString('en')} records`,
  rows: lists.map(rowOf),
});
