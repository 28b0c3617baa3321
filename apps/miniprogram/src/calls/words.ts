import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { CAUSES, type Answer, type Call, type Counts, type StreetCall } from '@gongzhi/shared/calls/model';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
type Tagged = readonly [string, Tone];

/** How a call stands now, for those who watch over it. */
export const streetTag = (
  { status, endedAt, startsAt, endsAt }: Pick<StreetCall, 'status' | 'endedAt' | 'startsAt' | 'endsAt'>,
  now: Date,
): Tagged => {
  if (status === 'cancelled') return ['已取消', 'danger'];
  if (endedAt || now.getTime() >= Date.parse(endsAt)) return ['已结束', 'plain'];
  return now.getTime() >= Date.parse(startsAt) ? ['正在进行', 'active'] : ['正在召集', 'waiting'];
};
export const watchedTag = ({ shift, ...call }: Call, now: Date): Tagged => streetTag({ ...call, ...shift }, now);
/** The same for those who were asked. */
export const callTag = (call: Call, now: Date): Tagged => {
  const [words, tone] = watchedTag(call, now);
  return words === '正在召集' ? ['等您来', 'waiting'] : [words, tone];
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

/** The numbers of a call as the street reads them; what is absent tells of fewer than three people. */
export const streetWords = ({ needed, asked, said }: Pick<StreetCall, 'needed' | 'asked' | 'said'>): string[] => {
  const called = asked === undefined ? '召集的不到 3 人，不显示人数。' : `要 ${needed} 人，召集了 ${asked} 人`;
  if (!said) return asked === undefined ? [called] : [called, '有的回复不到 3 人，不分开显示。'];
  const { coming, arrived, cannot, withdrawn, noAnswer } = said;
  return [
    called,
    `能来 ${coming} 人，其中已到 ${arrived} 人`,
    `来不了 ${cannot + withdrawn} 人，没回复 ${noAnswer} 人`,
  ];
};
