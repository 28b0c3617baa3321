import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { UNIT_KINDS, type Agreement, type Over, type Unit } from '@gongzhi/shared/units/model';
import { holdsOn } from '@gongzhi/shared/units/rules';

/** `医院 · 在本社区` */
export const kindWords = ({ kind, where }: Pick<Unit, 'kind' | 'where'>): string =>
  `${UNIT_KINDS[kind]} · ${where === 'here' ? '在本社区' : '不在本社区'}`;

/** As in a list: `医院 · 在本社区 · 已停止参加` */
export const listWords = (unit: Pick<Unit, 'kind' | 'where' | 'closed'>): string =>
  [kindWords(unit), ...(unit.closed ? ['已停止参加'] : [])].join(' · ');

/** A day as it is written, with its year. */
const dayWords = (day: string): string => {
  const at = `${day}T00:00:00.000+08:00`;
  return `${yearInChina(at)}年${dateInWords(at).replace(/（.*/, '')}`;
};
const stateWords = (agreement: Pick<Agreement, 'from' | 'until' | 'withdrawn'>, today: string): string => {
  if (agreement.withdrawn) return '已终止';
  if (holdsOn(agreement, today)) return '有效';
  return today < agreement.from ? '还没有开始' : '已到期';
};
/** `2026年11月1日到2027年10月31日 · 有效` */
export const termWords = (agreement: Pick<Agreement, 'from' | 'until' | 'withdrawn'>, today: string): string => {
  return `${dayWords(agreement.from)}到${dayWords(agreement.until)} · ${stateWords(agreement, today)}`;
};
/** `11月27日（周五）终止：双方商定` */
export const overWords = (what: string, { at, reason }: Over): string => `${dateInWords(at)}${what}：${reason}`;
export const KIND_OPTIONS = (Object.keys(UNIT_KINDS) as Unit['kind'][]).map((value) => ({
  value,
  label: UNIT_KINDS[value],
}));
export const WHERE_OPTIONS = [
  { value: 'here', label: '在本社区' },
  { value: 'elsewhere', label: '不在本社区', note: '只有党员住在这里' },
] as const;
