import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { CAUSES, type Answer, type Call, type Counts } from '@gongzhi/shared/calls/model';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
type Tagged = readonly [string, Tone];

/** How a call stands now. */
export const callTag = ({ status, endedAt, shift }: Call, now: Date): Tagged => {
  if (status === 'cancelled') return ['已取消', 'danger'];
  if (endedAt || now.getTime() >= Date.parse(shift.endsAt)) return ['已结束', 'plain'];
  if (now.getTime() >= Date.parse(shift.startsAt)) return ['正在进行', 'active'];
  return ['等您来', 'waiting'];
};
/** The same for those who watch over it. */
export const watchedTag = (call: Call, now: Date): Tagged => {
  const [words, tone] = callTag(call, now);
  return words === '等您来' ? ['正在召集', 'waiting'] : [words, tone];
};

export const ANSWER_WORDS: Record<Answer, Tagged> = {
  asked: ['等您回复', 'waiting'],
  coming: ['我能来', 'active'],
  cannot: ['来不了', 'plain'],
  withdrawn: ['改为来不了', 'plain'],
};
/** The same as somebody else reads it. */
export const SAID_WORDS: Record<Answer, string> = {
  ...{ asked: '没回复', coming: '能来', cannot: '来不了', withdrawn: '改为来不了' },
};

export const causeWords = ({ cause }: Pick<Call, 'cause'>): string => CAUSES[cause];

/** What somebody can do, in words. */
export const skillWords = (skill: string): string => (SKILLS as Record<string, string>)[skill] ?? skill;

/** How many are missing, with the base. */
export const neededWords = ({ shift: { slots, taken } }: Call): string =>
  taken < slots ? `要 ${slots} 人，${taken} 人能来，还差 ${slots - taken} 人` : `要 ${slots} 人，已经够了`;

/** The numbers of a board in lines. */
export const countRows = ({ asked, coming, arrived, cannot, withdrawn, noAnswer }: Counts) => [
  { label: '能来', value: `${coming} 人` },
  { label: '已到', value: `${arrived} 人` },
  { label: '没回复', value: `${noAnswer} 人` },
  { label: '来不了', value: `${cannot + withdrawn} 人` },
  { label: '一共召集', value: `${asked} 人` },
];

export const QUIET_WORDS = '在晚上 10 点到早上 7 点之间发出。平时这段时间不打扰，应急召集除外。';
