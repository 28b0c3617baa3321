import type { Case } from '@gongzhi/shared/hours/case-model';
import type { Cause, Entry, Reason, Totals } from '@gongzhi/shared/hours/model';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { isOverdue } from '@gongzhi/shared/hours/case-rules';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { daysLate } from '@gongzhi/shared/kernel/working-days';
import { minutesWords } from '../kernel/minutes-words';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
type Tagged = readonly [string, Tone];

/** When a service was, the end without its date when it is on the same day: 11月22日（周日）上午9点 到 上午11点. */
export const whenWords = ({ from, to }: Pick<Entry, 'from' | 'to'>): string => {
  const [begin, end] = [timeInWords(from), timeInWords(to)];
  const day = (words: string) => words.slice(0, words.indexOf('）') + 1);
  return `${begin} 到 ${day(begin) === day(end) ? end.slice(day(end).length) : end}`;
};

const BACK: Readonly<Record<Cause, string>> = {
  settled: '已撤回',
  replaced: '已被后来的结算代替，撤回',
  corrected: '已更正，撤回原来的一条',
  rejected: '核对后撤回',
  honorary: '已撤回',
  imported: '已撤回',
};
/** What a line says of itself: the evidence, or why it takes another back. */
export const evidenceWords = ({ reverses, cause, grade, track }: Entry): string => {
  if (reverses) return BACK[cause];
  return track === 'recorded' ? GRADES[grade].label : `${TRACKS[track].label}，${GRADES[grade].label}`;
};

const REASONS: Readonly<Record<Reason, string>> = {
  overlap: '和另一项活动的时间重叠',
  longDay: '这一天的服务时间太长',
  alsoHonorary: '这一班已经补记过荣誉时长',
  afterAnswer: '之前已经更正或撤回过，又来了新的结算',
};
export const reasonWords = (reasons: readonly Reason[]): string => reasons.map((one) => REASONS[one]).join('；');

/** How a line stands, as its tag; nothing for one that just stands. */
export const lineTag = ({ question, reverses }: Entry): Tagged | undefined => {
  if (reverses) return ['撤回', 'plain'];
  if (!question) return undefined;
  return question.state === 'open'
    ? ['待核对', 'waiting']
    : question.state === 'accepted'
      ? ['已核对', 'active']
      : ['已撤回', 'danger'];
};

/** The totals as lines, the recorded first; tracks without a minute are left out. */
export const totalLines = (totals: Totals): { label: string; words: string; hint: string }[] =>
  (['recorded', 'honorary', 'imported'] as const)
    .filter((track) => track === 'recorded' || totals[track] !== 0)
    .map((track) => ({ label: TRACKS[track].label, words: minutesWords(totals[track]), hint: TRACKS[track].hint }));

export const CASE_WORDS = { question: '时长待核对', correction: '申请更正', honorary: '补记荣誉时长' } as const;
const STATES = {
  open: ['等待答复', 'waiting'],
  accepted: ['已同意', 'active'],
  declined: ['没有同意', 'danger'],
} as const satisfies Record<Case['state'], Tagged>;

/** How a case stands, late before anything else. A question that is accepted keeps the hours. */
export const caseTag = (one: Pick<Case, 'state' | 'dueAt' | 'kind'>, now: Date): Tagged => {
  if (isOverdue(one, now)) return [`答复已逾期 ${daysLate(one.dueAt, now)} 天`, 'danger'];
  if (one.kind === 'question' && one.state !== 'open')
    return one.state === 'accepted' ? ['已保留', 'active'] : ['已撤回', 'danger'];
  return STATES[one.state];
};

/** What a case asks, in one sentence. */
export const askedWords = ({ kind, minutes, wanted = 0, reasons = [] }: Case): string => {
  if (kind === 'question') return `记了 ${minutesWords(minutes)}，${reasonWords(reasons)}。`;
  if (kind === 'honorary') return `申请补记 ${minutesWords(wanted)}。`;
  return `原来记 ${minutesWords(minutes)}，申请改为 ${minutesWords(wanted)}。`;
};

/** A last day in words: the instant at which it ends is the midnight after it. */
export const dueWords = ({ dueAt, estimated }: Pick<Case, 'dueAt' | 'estimated'>): string => {
  const words = timeInWords(new Date(Date.parse(dueAt) - 1));
  return `${words.slice(0, words.indexOf('）') + 1)}前答复${estimated ? '（放假安排还没公布，按周一至周五估算）' : ''}`;
};

/** Hours and minutes as they are typed, in minutes; undefined for what is no time of at most a day. */
export const minutesTyped = (hours: string, minutes: string): number | undefined => {
  const whole = (text: string) => (/^\d{1,2}$/.test(text.trim() || '0') ? Number(text.trim() || '0') : Number.NaN);
  const sum = whole(hours) * 60 + whole(minutes);
  return whole(minutes) < 60 && sum <= 24 * 60 ? sum : undefined;
};
