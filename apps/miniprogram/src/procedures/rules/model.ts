import type { GateNumber } from '@gongzhi/shared/kernel/ways/definition';
import { PROCEDURES, gatesOf } from '@gongzhi/shared/kernel/ways/definitions';
import type { Output } from '@gongzhi/shared/kernel/contract';
import type { procedures } from '@gongzhi/shared/procedures/contract';

type Own = Output<typeof procedures.readRules>['own'];
export interface NumberRow {
  procedureId: string;
  gateId: string;
  name: string;
  /** What holds now, and whether the community set it. */
  number: number;
  own: boolean;
  rule: GateNumber;
}
/** Every number of every procedure as it holds in a community, by procedure. */
export const numberRows = (own: Own): { procedureId: string; name: string; rows: NumberRow[] }[] =>
  PROCEDURES.map((procedure) => {
    const { procedureId, name } = procedure;
    const rows = gatesOf(procedure).flatMap((gate) => {
      const { gateId, number: rule } = gate;
      if (!rule) return [];
      const set = own.find((one) => one.procedureId === procedureId && one.gateId === gateId);
      return [
        { procedureId, gateId, name: gate.name, number: set?.number ?? rule.value, own: set !== undefined, rule },
      ];
    });
    return { procedureId, name, rows };
  }).filter(({ rows }) => rows.length > 0);

export const keyOf = ({ procedureId, gateId }: Pick<NumberRow, 'procedureId' | 'gateId'>): string =>
  `${procedureId}/${gateId}`;
/** What was typed and differs from what holds; `wrong`: it is no whole number. */
export const changesIn = (
  rows: readonly NumberRow[],
  typed: Readonly<Record<string, string>>,
): { own: { procedureId: string; gateId: string; number: number }[]; wrong: boolean } => {
  const changed = rows.filter((row) => (typed[keyOf(row)] ?? String(row.number)).trim() !== String(row.number));
  const own = changed.map((row) => ({
    procedureId: row.procedureId,
    gateId: row.gateId,
    number: /^\d{1,3}$/.test(typed[keyOf(row)]?.trim() ?? '') ? Number(typed[keyOf(row)]) : Number.NaN,
  }));
  return { own, wrong: own.some(({ number }) => Number.isNaN(number)) };
};

/** Where a number comes from, and what no community may go below. */
export const ruleWords = ({ rule, own }: NumberRow): string =>
  [
    own && rule.floor === undefined ? '社区自己定的' : rule.source,
    rule.floor === undefined ? '' : `不能少于 ${rule.floor}`,
    rule.verified ? '' : '条文尚待核对',
  ]
    .filter(Boolean)
    .join('；');
