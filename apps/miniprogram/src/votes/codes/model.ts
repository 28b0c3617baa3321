import type { Pickable } from '../../kernel/ui/pick-one/model';
import { grouped } from '../assist/model';

/** One household's letter. */
export interface Slip {
  unitId: string;
  label: string;
  code: string;
}
/** Codes of these units; one that is not on this vote's roll has none. */
export const slipsOf = (units: readonly Pickable[], codes: ReadonlyMap<string, string>): Slip[] =>
  units.flatMap(({ id, label, note }) => {
    const code = codes.get(id);
    return code ? [{ unitId: id, label: note ? `${label}（${note}）` : label, code: grouped(code) }] : [];
  });

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** The slips as a table for a spreadsheet or for mail merge; the mark at its start tells Excel that it is UTF-8. */
export const csvOf = (slips: readonly Slip[]): string =>
  `\ufeff${[['门牌', '协助投票码'], ...slips.map(({ label, code }) => [label, code])].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** What each letter says below the code. */
export const LETTER =
  '不方便用手机投票的，工作人员上门时，把这 8 位码当面告诉他，等于同意他为您家代录这一次的票。不要告诉别的人，也不要在电话里说。';
