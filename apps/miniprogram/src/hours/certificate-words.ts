import type { Proof } from '@gongzhi/shared/hours/certificate-model';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { dateInWords, timeInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { minutesWords } from '../kernel/minutes-words';

type Tone = 'ok' | 'waiting' | 'danger';
type Shown = Pick<
  Proof,
  | 'state'
  | 'revokedAt'
  | 'revokedReason'
  | 'publicUntil'
  | 'recorded'
  | 'honorary'
  | 'imported'
  | 'hours'
  | 'grades'
  | 'fromDay'
  | 'toDay'
>;

/** A day of the calendar with its year: 2026年11月1日. */
export const dayWords = (day: string): string => {
  const noon = `${day}T04:00:00.000Z`;
  return `${yearInChina(noon)}年${dateInWords(noon).replace(/（.*/, '')}`;
};

/** How a certificate stands, and since when or until when. */
export const stateWords = ({
  state,
  revokedAt,
  revokedReason,
  publicUntil,
}: Shown): { title: string; words: string; tone: Tone } => {
  if (state === 'revoked')
    return {
      title: '已经撤销',
      words: `这张证明在${timeInWords(revokedAt ?? '')}撤销，不能再用。理由：${revokedReason ?? ''}`,
      tone: 'danger',
    };
  return state === 'public'
    ? {
        title: '正在公示',
        words: `公示到${dateInWords(new Date(Date.parse(publicUntil) - 1))}，期满才能打印使用。`,
        tone: 'waiting',
      }
    : { title: '真实有效', words: '这张证明由社区出具，记录如下。', tone: 'ok' };
};

/** What a certificate proves, a line each: the hours, their evidence, and what stands beside them. */
export const provesWords = (one: Shown): string[] => [
  `${dayWords(one.fromDay)} 至 ${dayWords(one.toDay)}`,
  `记录时长 ${one.hours} 小时（${minutesWords(one.recorded)}）`,
  ...one.grades.map(({ grade, minutes }) => `其中${GRADES[grade].label}：${minutesWords(minutes)}`),
  ...(one.honorary > 0 ? [`另有${TRACKS.honorary.label} ${minutesWords(one.honorary)}，${TRACKS.honorary.hint}`] : []),
  ...(one.imported > 0 ? [`另有${TRACKS.imported.label} ${minutesWords(one.imported)}，${TRACKS.imported.hint}`] : []),
];
