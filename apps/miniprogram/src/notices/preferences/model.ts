import { TEMPLATES, type TemplateKind } from '@gongzhi/shared/kernel/templates';
import { DIGEST_HOURS, TOPICS, TOPIC_NAMES, type DigestHour, type Topic } from '@gongzhi/shared/kernel/topics';

const HOURS: Readonly<Record<DigestHour, string>> = {
  8: '早上 8 点',
  12: '中午 12 点',
  18: '下午 6 点',
  20: '晚上 8 点',
};
/** As they come, or once a day. */
export const PACES = [
  { value: 'each', label: '有事就发' },
  ...DIGEST_HOURS.map((hour) => ({ value: String(hour), label: `每天${HOURS[hour]}` })),
];
export const paceOf = (digestHour: DigestHour | undefined): string => (digestHour ? String(digestHour) : 'each');
export const hourOf = (pace: string): DigestHour | undefined => DIGEST_HOURS.find((hour) => String(hour) === pace);

export const toggled = (off: readonly Topic[], topic: Topic): Topic[] =>
  TOPIC_NAMES.filter((one) => (one === topic ? !off.includes(one) : off.includes(one)));
export const topicRows = (off: readonly Topic[]) =>
  TOPIC_NAMES.map((topic) => ({ topic, label: TOPICS[topic], on: !off.includes(topic) }));

interface Balance {
  kind: TemplateKind;
  type: 'once' | 'long';
  balance: number;
  closed?: true | undefined;
}
/** How many messages are left of a template, as a neighbour would say it. */
export const leftInWords = ({ type, balance, closed }: Balance): string => {
  if (closed) return '在微信里关闭了';
  if (type === 'long') return balance > 0 ? '一直可以收' : '还没有开';
  return balance > 0 ? `还能收 ${balance} 条` : '现在收不到';
};
export const balanceRows = (balances: readonly Balance[]) =>
  balances.map((one) => ({ kind: one.kind, label: TEMPLATES[one.kind].says, left: leftInWords(one) }));
export const askedWords = (accepted: number): string =>
  accepted > 0 ? '好，以后会在微信里提醒您。' : '没有开。通知都还在小程序里。';
