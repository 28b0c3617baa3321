import { MINUTE } from '@gongzhi/shared/kernel/time';
import { KINDS, type Attendance, type Grade, type Kind, type Shift } from '@gongzhi/shared/kernel/service/model';
import { type By, type Head, type Status } from '@gongzhi/shared/volunteering/model';
import { waitsForWord } from '@gongzhi/shared/kernel/service/check-rules';

export type Tone = 'plain' | 'active' | 'waiting' | 'danger';
type Tagged = readonly [string, Tone];

/** How many are wanted and still missing, with the base. */
export const slotWords = ({ slots, taken, waiting }: Pick<Shift, 'slots' | 'taken' | 'waiting'>): string => {
  if (taken < slots) return `要 ${slots} 人，已报名 ${taken} 人，还差 ${slots - taken} 人`;
  return `要 ${slots} 人，已报满${waiting > 0 ? `，${waiting} 人候补` : '，可以候补'}`;
};

/** How a shift stands for somebody who looks for one. */
export const shiftTag = (shift: Shift, now: Date): Tagged => {
  if (shift.cancelled) return ['已取消', 'danger'];
  if (now.getTime() >= Date.parse(shift.endsAt)) return ['已结束', 'plain'];
  if (now.getTime() >= Date.parse(shift.startsAt)) return ['正在进行', 'active'];
  return shift.taken >= shift.slots ? ['已报满', 'waiting'] : ['可以报名', 'active'];
};

export const STATUS_WORDS: Record<Status, Tagged> = {
  proposed: ['等社区审核', 'waiting'],
  published: ['已发布', 'active'],
  declined: ['没有通过', 'danger'],
  cancelled: ['已取消', 'danger'],
};

export const KIND_OPTIONS = (Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value] }));

export const BY_WORDS: Record<By['kind'], string> = {
  community: '社区',
  organisation: '社会组织',
  residents: '居民',
};
export const byWords = ({ kind, name }: By): string => `${name}（${BY_WORDS[kind]}主办）`;

/** By what minutes are proved, so that anybody understands it. */
export const GRADE_WORDS: Record<Grade, string> = {
  placed: '扫码签到签退，手机在服务地点',
  scanned: '扫码签到签退',
  confirmed: '组织者确认',
  capped: '忘了签退，组织者按班次结束时间记',
};

const comingWords = ({ place, consent }: Pick<Attendance, 'place' | 'consent'>): Tagged => {
  if (place === 'withdrawn') return ['已退出', 'plain'];
  if (place === 'waiting') return ['候补中', 'waiting'];
  if (consent === 'asked') return ['等监护人同意', 'waiting'];
  return consent === 'refused' ? ['监护人没有同意', 'danger'] : ['已报名', 'active'];
};

/** Where somebody stands in a shift: from signing up to the minutes that count. */
export const attendanceTag = (
  mine: Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'late' | 'service'>,
): Tagged => {
  if (mine.service) return [`已记 ${lengthWords(mine.service.minutes)}`, 'active'];
  if (waitsForWord(mine)) return ['等组织者确认', 'waiting'];
  if (mine.outAt) return ['已签退', 'active'];
  return mine.inAt ? ['已签到', 'active'] : comingWords(mine);
};

/** What one needs to know before coming, in a few words; nothing where there is nothing to say. */
export const fitWords = ({
  minors,
  risky,
  insured,
  skills,
}: Pick<Head, 'minors' | 'risky' | 'insured' | 'skills'>): string =>
  [
    ...(skills.length > 0 ? [`需要：${skills.join('、')}`] : []),
    ...(minors ? ['未成年人经监护人同意可以参加'] : []),
    ...(risky ? [insured ? '有一定风险，已投保' : '有一定风险，还没有投保'] : []),
  ].join('；');

/** How wrong a clock must be before it is told. */
const TOLD_MS = 2 * MINUTE;
/** A phone whose clock is wrong is told so: it shows the right time by the server's. */
export const clockWords = (ahead: number): string | undefined => {
  if (Math.abs(ahead) < TOLD_MS) return undefined;
  const minutes = Math.round(Math.abs(ahead) / MINUTE);
  return `这部手机的时间${ahead > 0 ? '慢' : '快'}了 ${lengthWords(minutes)}，签到按准确的时间记，不影响您。`;
};
