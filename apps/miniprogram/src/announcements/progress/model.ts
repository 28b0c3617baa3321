import type { Reach } from '@gongzhi/shared/notices/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';

const FIELDS: Readonly<Record<string, string>> = { thing: '标题或地点', phrase: '种类', time: '时间' };
const stopWords = ({ why, field = '' }: Reach): string =>
  why === 'field'
    ? `微信没有接受“${FIELDS[field.replace(/\d+$/, '')] ?? field}”，消息停发了。请撤回后改好再发。`
    : '微信认为内容不合适，消息停发了。小程序里仍然能看到。';
/** How far the sending is, in a sentence. */
export const stateWords = (reach: Reach): string => {
  if (reach.state === 'stopped') return stopWords(reach);
  if (reach.state === 'over') return '已经发完。';
  if (reach.wake) return `小程序里都能看到，微信消息${timeInWords(reach.wake)}以后发。`;
  return reach.state === 'telling' ? '正在放进大家的通知里。' : '正在发微信消息。';
};
/** Just published: the sending is about to begin, and nobody was told yet. */
export const notBegun = (noticeId: string): Reach => ({
  ...{ noticeId, state: 'telling', told: 0, opened: 0, delivered: 0, notSubscribed: 0, refused: 0, appOnly: 0 },
  ...{ unclear: 0, uncertain: 0, waiting: 0 },
});
/** Who was reached, in a sentence. */
export const reachWords = ({ told, delivered, opened, state }: Reach): string => {
  if (told === 0) return state === 'telling' ? '刚刚发布。' : '没有通知到人：选的人里还没有人在小程序里。';
  return `告诉了 ${told} 人：${delivered} 人收到微信消息，${opened} 人打开看了。`;
};
/** The figures behind it, each in a line; those of nobody are left out. */
export const figuresOf = (reach: Reach): [label: string, people: number][] =>
  (
    [
      ['微信送达', reach.delivered],
      ['没有可用的微信订阅', reach.notSubscribed],
      ['在微信里关闭了', reach.refused],
      ['选了只在小程序里看', reach.appOnly],
      ['等微信回音', reach.unclear],
      ['不确定是否送达', reach.uncertain],
      ['还没有发', reach.waiting],
    ] satisfies [string, number][]
  ).filter(([, people]) => people > 0);
/** While it is being sent the page looks again after so long. */
const AGAIN_MS = 5_000;
/** Milliseconds until the page looks again by itself: not before what waits goes on, and not at all once it is over. */
export const lookAgainIn = ({ state, wake }: Pick<Reach, 'state' | 'wake'>, now: Date): number | undefined => {
  if (state !== 'telling' && state !== 'sending') return undefined;
  return AGAIN_MS + Math.max(0, wake === undefined ? 0 : Date.parse(wake) - now.getTime());
};
