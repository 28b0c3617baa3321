import { GRADES } from '@gongzhi/shared/kernel/hour-grades';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import type { Head, Line, Part, RecordLine, ReportState, Sums } from '@gongzhi/shared/reports/model';
import { periodWords } from '@gongzhi/shared/kernel/periods';
import { minutesWords } from '../kernel/minutes-words';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';

export const kindWords = (kind: string): string => KINDS[kind as keyof typeof KINDS] ?? '其他';
/** `11月22日（周日）` of a day. */
export const dayWords = (day: string): string => dateInWords(`${day}T04:00:00.000Z`);
/** The last day of a time that ends at a midnight. */
export const lastDayWords = (until: string): string => dateInWords(new Date(Date.parse(until) - 1));

/** A line of a report: 2. 9月5日（周六） 为老服务 1 小时，扫码签到签退，服务对象已确认. */
export const lineWords = ({ n, day, kind, minutes, grade, confirmed }: Line): string =>
  `${n}. ${dayWords(day)} ${kindWords(kind)} ${minutesWords(minutes)}，${GRADES[grade].label}${confirmed ? '，服务对象已确认' : ''}`;

export const partWords = ({ count, minutes }: Part): string => `${count} 次，${minutesWords(minutes)}`;
/** Minutes by evidence; empty when there is nothing. */
export const gradeWords = ({ grades }: Part): string =>
  grades.map(({ grade, minutes }) => `${GRADES[grade].label} ${minutesWords(minutes)}`).join('；');
/** Sums as rows: service, central work, and what is beside them. */
export const sumRows = ({ service, central, honorary, confirmations }: Sums): [label: string, value: string][] => [
  ['服务', partWords(service)],
  ['中心工作', partWords(central)],
  ...(honorary > 0 ? [['荣誉时长', minutesWords(honorary)] as [string, string]] : []),
  ['服务对象确认', `${confirmations} 次`],
];

const RECORD_TAGS: Readonly<Record<RecordLine['state'], [string, Tone] | undefined>> = {
  stands: undefined,
  takenBack: ['已撤回', 'plain'],
  reversal: ['撤回', 'plain'],
};
export const recordTag = ({ state, central }: Pick<RecordLine, 'state' | 'central'>): [string, Tone] | undefined =>
  RECORD_TAGS[state] ?? (central ? ['中心工作', 'active'] : undefined);

const TAGS: Readonly<Record<ReportState, [string, Tone]>> = {
  prepared: ['等本人看', 'waiting'],
  seen: ['本人已看', 'waiting'],
  objected: ['有异议，等答复', 'waiting'],
  kept: ['异议已答复', 'waiting'],
  agreed: ['本人已同意', 'active'],
  sent: ['已发给单位', 'active'],
  read: ['单位已看', 'active'],
  stopped: ['已停止', 'plain'],
};
export const stateTag = (state: ReportState): [string, Tone] => TAGS[state];

/** What a report waits for, told to its member. */
export const mineWords = ({ state, objectUntil, readOnPaper }: Head): string => {
  const until = objectUntil ? lastDayWords(objectUntil) : '';
  const words: Readonly<Record<ReportState, string>> = {
    prepared: '请看看写得对不对。看过以后有几天可以提异议，同意以前不会发给单位。',
    seen: `有不对的，请在${until}以前提异议；没有意见可以直接同意。到期没有意见，支部可以发出。`,
    objected: '支部书记答复以前，报告不会发出。',
    kept: `支部答复说保持原样。${until}以后可以发出；您也可以直接同意。`,
    agreed: '等支部发给您的单位。',
    sent: '已经发给您的单位，内容不会再变。',
    read: readOnPaper ? '纸质报告已经交给您的单位。' : '您的单位已经看过。',
    stopped: '您的报到已经结束或换了新的一次，这份报告不会发出，只有您自己能看到。',
  };
  return words[state];
};

/** A report in one line of a list. */
export const headWords = ({ period, count, minutes }: Head): string =>
  `${periodWords(period)}，${count} 次，${minutesWords(minutes)}`;
