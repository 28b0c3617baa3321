import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { lastPeriods } from '@gongzhi/shared/kernel/periods';
import { DAY } from '@gongzhi/shared/kernel/time';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import { atHour } from '@gongzhi/shared/kernel/quiet-hours';
import { LEVELS, type About, type Channel, type Level, type Quarter } from '@gongzhi/shared/kernel/satisfaction-result';
import { FOLLOW_UP, LOW, ROUND } from './rule-sets';

/** When low answers become follow-ups next: at the same hour of each day, so that no instant leads to an answer. */
export const nextFollowUps = (now: Date): Date => {
  const today = atHour(dayInChina(now), FOLLOW_UP.hour);
  return today > now ? today : atHour(dayAfter(dayInChina(now), 1), FOLLOW_UP.hour);
};

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
/** When whoever has not answered is reminded; nothing when the round is over by then. */
export const reminderOf = (opened: Date, days: number): Date | undefined =>
  days > ROUND.reminderAfterDays ? daysAfter(opened, ROUND.reminderAfterDays) : undefined;

/** An invitation as it stands. `answered`: by what it was answered. */
export interface Standing {
  expiresAt: string;
  answered?: string | undefined;
}
export const stateOf = ({ expiresAt, answered }: Standing, now: Date): 'open' | 'answered' | 'expired' =>
  answered ? 'answered' : now.getTime() >= Date.parse(expiresAt) ? 'expired' : 'open';

/** Whether an invitation may be answered now with so many levels. */
export const mayAnswer = (
  standing: Standing | undefined,
  { levels, questions }: { levels: number; questions: number },
  now: Date,
): Refusal<'NOT_FOUND' | 'SURVEY_ANSWERED' | 'SURVEY_OVER' | 'SURVEY_UNEVEN'> | undefined => {
  if (!standing) return refuse('NOT_FOUND');
  const state = stateOf(standing, now);
  if (state === 'answered') return refuse('SURVEY_ANSWERED');
  if (state === 'expired') return refuse('SURVEY_OVER');
  return levels === 1 + questions ? undefined : refuse('SURVEY_UNEVEN', { questions: 1 + questions });
};

/** Whether a household may say that the answer to its invitation is not its own: one that came by code, and once. */
export const mayDisown = (
  mark: { sealed?: string; channel?: Channel; disowned?: true } | undefined,
): Refusal<'NOT_FOUND' | 'ANSWER_OWN' | 'PRESSURE_TOLD'> | undefined => {
  if (!mark) return refuse('NOT_FOUND');
  if (!mark.sealed || mark.channel === 'app') return refuse('ANSWER_OWN');
  return mark.disowned ? refuse('PRESSURE_TOLD') : undefined;
};

export const isLow = (levels: readonly Level[]): boolean => levels.some((level) => LOW.includes(level));

/** Levels as they are kept, a digit each: 1 is the best. */
export const digitsOf = (levels: readonly Level[]): string => levels.map((level) => LEVELS.indexOf(level) + 1).join('');
/** @throws for a digit that is no level: an answer that cannot be read stops the count and is not counted. */
export const levelsOf = (digits: string): Level[] =>
  [...digits].map((digit) => {
    const level = LEVELS[Number(digit) - 1];
    if (!level) throw new Error('an answer that stands for nothing');
    return level;
  });

/** The quarter of China an instant lies in. */
export const quarterOf = (now: Date): string => {
  const [year, month] = dayInChina(now).split('-');
  return `${year}Q${Math.ceil(Number(month) / 3)}`;
};

/** Quarters whose rounds may be open now, the present one first: none lasts longer than thirty days. */
export const quartersAskedIn = (now: Date): Quarter[] =>
  lastPeriods(now, 'quarter', 2).map((period) => period.replace('-', ''));

const SERVICE_WORDS = { resolution: '议定事项的办理', activity: '社区活动', wish: '微心愿' } as const;
/** What a round is about, in words: 2026年第四季度社区工作, 微心愿. */
export const aboutInWords = (about: About): string => {
  if (about.kind === 'event') return SERVICE_WORDS[about.service];
  const [year, quarter] = about.quarter.split('Q');
  return `${year}年第${'一二三四'[Number(quarter) - 1] ?? ''}季度社区工作`;
};

interface Hand {
  personId: string;
}
interface FollowUpFacts {
  state: 'open' | 'answered' | 'accepted';
  responsibleId?: string | undefined;
}
/** Whether somebody reads what a follow-up says, and acts on it: whoever has taken it on, and nobody else. */
export const mayRead = (
  followUp: FollowUpFacts | undefined,
  { personId }: Hand,
): Refusal<'NOT_FOUND' | 'FOLLOW_UP_UNTAKEN' | 'FOLLOW_UP_TAKEN'> | undefined => {
  if (!followUp) return refuse('NOT_FOUND');
  if (!followUp.responsibleId) return refuse('FOLLOW_UP_UNTAKEN');
  return followUp.responsibleId === personId ? undefined : refuse('FOLLOW_UP_TAKEN');
};
/** Whether somebody may take a follow-up on, or over from whoever has it, while it waits for an answer. */
export const mayTake = (
  followUp: FollowUpFacts | undefined,
  { personId }: Hand,
): Refusal<'NOT_FOUND' | 'FOLLOW_UP_SHUT' | 'ALREADY_DONE'> | undefined => {
  if (!followUp) return refuse('NOT_FOUND');
  if (followUp.state !== 'open') return refuse('FOLLOW_UP_SHUT');
  return followUp.responsibleId === personId ? refuse('ALREADY_DONE') : undefined;
};
export const mayAnswerFollowUp = (followUp: FollowUpFacts | undefined, hand: Hand) =>
  mayRead(followUp, hand) ?? (followUp?.state === 'open' ? undefined : refuse('FOLLOW_UP_SHUT'));
/** Whether the one who gave the low answer may accept or send back what was done. */
export const mayCallBack = (
  followUp: FollowUpFacts | undefined,
): Refusal<'TICKET_WRONG' | 'FOLLOW_UP_UNANSWERED'> | undefined => {
  if (!followUp) return refuse('TICKET_WRONG');
  return followUp.state === 'answered' ? undefined : refuse('FOLLOW_UP_UNANSWERED');
};
