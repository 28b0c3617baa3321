import { MOST_IN_BATCH } from '@gongzhi/shared/hours/rule-sets';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';

export interface Draft {
  fromDay: string;
  toDay: string;
  issuer: string;
  responsible: string;
  handler: string;
  contact: string;
  note: string;
}
/** A certificate of this year to today, in the community's name. */
export const newDraft = (issuer: string, handler: string, now: Date): Draft => {
  const today = dayInChina(now);
  return {
    fromDay: `${today.slice(0, 4)}-01-01`,
    toDay: today,
    issuer,
    responsible: '',
    handler,
    contact: '',
    note: '',
  };
};

export const FIELDS = [
  { key: 'issuer', label: '出具单位', needed: true },
  { key: 'responsible', label: '负责人', needed: true },
  { key: 'handler', label: '经办人', needed: true },
  { key: 'contact', label: '联系方式', needed: true },
  { key: 'note', label: '备注（可不填）', needed: false },
] as const;

/** What is still missing, in a sentence; nothing when certificates can be issued. */
export const missingFrom = (draft: Draft, count: number): string | undefined => {
  if (count === 0) return '请先选志愿者。';
  if (count > MOST_IN_BATCH) return `一次最多 ${MOST_IN_BATCH} 人，请分几次出具。`;
  if (draft.toDay < draft.fromDay) return '结束日期要在开始日期以后。';
  const empty = FIELDS.find(({ key, needed }) => needed && draft[key].trim() === '');
  return empty && `请填写${empty.label}。`;
};

/** What became of it. */
export const issuedWords = ({ issued, skipped }: { issued: number; skipped: number }): string =>
  `已出具 ${issued} 份${skipped > 0 ? `；${skipped} 人这段时间没有可证明的时长，没有出具` : ''}。`;
