import type { Vote } from '@gongzhi/shared/votes/model';
import type { Receipt } from '../receipts';

type Told = Pick<Vote, 'phase'> & {
  mine?: Pick<NonNullable<Vote['mine']>, 'onRoll' | 'voted' | 'channel'> | undefined;
};

const BY_OTHERS = {
  paper: '您这一票已经用纸质票投进票箱，算一票，不能再投。',
  assisted: '您这一票已经由工作人员代录、家人确认，算一票，不能再投。',
} as const;
const RECORDED = '您这一票已经收到，算一票，不能再改。系统没有记下您投了什么。';
const ELSEWHERE = '您这一票已经投出，算一票，不能再改。回执在投票的那部手机上；谁投了什么，这里和系统里都没有记。';
const OPEN_WORDS = {
  'not-on-roll': '您不在这次表决的名册里。名册在发起表决时已经固定，如有疑问请联系社区。',
  visitor: '加入本社区的一户后才能表决。表决结果对所有人公开。',
  unanswered:
    '上次投票没有收到回音，可能送到了，也可能没有。请再投一次：用的是同一个查票码，不会变成两票；上次的要是已经送到，就以上次的为准。',
} as const;

/** What somebody hears who took part, by the way it was done. */
const votedWords = (channel: keyof typeof BY_OTHERS | undefined, receipt: Receipt | undefined): string => {
  if (channel) return BY_OTHERS[channel];
  return receipt?.state === 'recorded' ? RECORDED : ELSEWHERE;
};

/** What a secret vote says of the reader's own ballot: that it is recorded, or why there is none. Never what was chosen. */
export const secretWords = ({ phase, mine }: Told, receipt: Receipt | undefined): string | undefined => {
  if (mine?.voted) return votedWords(mine.channel, receipt);
  if (phase !== 'open') return undefined;
  if (!mine) return OPEN_WORDS.visitor;
  if (!mine.onRoll) return OPEN_WORDS['not-on-roll'];
  return receipt ? OPEN_WORDS.unanswered : undefined;
};

/** Whether the reader may cast a secret ballot now. */
export const maySecretly = ({ phase, mine }: Told): boolean => phase === 'open' && mine?.onRoll === true && !mine.voted;

/** Refusals whose usual sentence speaks of a ballot that can be changed. */
const FINAL = {
  HOUSEHOLD_VOTED: '您这一票刚才已经在另一部手机上投出。一户一票，投出就不能改；您刚才选的没有发生作用，也没有留下。',
} as const;
export const refusedWords = (refused: string | undefined, says: string): string =>
  FINAL[refused as keyof typeof FINAL] ?? says;

/** What the receipt is, in plain words: what for, what it does not show, how to keep it. */
const KEEP = '查票码是这部手机自己生成的，别处没有。请抄下来、截图或者复制，存好。';
const USE = '计票以后会公布参加清单，凭它可以查到您的票在清单里，没有漏掉。';
export const RECEIPT_WORDS = {
  secret: [KEEP, USE, '它看不出您投了什么：给谁看，都证明不了您投的是赞成还是反对。'],
  named: [KEEP, USE, '它看不出您投了什么。您投的只有您自己在这一页看得到，改投以后查票码不变。'],
} as const satisfies Record<Vote['ballot'], readonly string[]>;
