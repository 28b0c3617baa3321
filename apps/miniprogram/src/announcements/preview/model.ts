import type { Words } from '@gongzhi/shared/announcements/model';
import { KINDS, type Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { fieldTypeOf, longestOf } from '@gongzhi/shared/kernel/fit';
import { fieldsOf, messageOf } from '@gongzhi/shared/kernel/templates';

/** A field of the subscribe message as WeChat shows it; `cut`: not all of it fits. */
export interface ShownField {
  key: string;
  label: string;
  value: string;
  most: number;
  cut: boolean;
}
const LABELS: Readonly<Record<string, string>> = { title: '标题', kind: '种类', time: '时间', note: '地点' };

/** The message over WeChat, each field within its own limit; `now`: what stands where no time is given. */
export const messageFields = (kind: Kind, words: Words, now: Date): ShownField[] => {
  const at = now.toISOString();
  const says: Record<string, string> = {
    ...{ title: words.title, kind: KINDS[kind], time: words.when ?? at, note: words.place ?? '' },
  };
  const data = messageOf('notice', says, { at });
  return Object.entries(fieldsOf('notice')).map(([name, key]) => ({
    ...{ key, label: LABELS[name] ?? name, value: data[key] ?? '', most: longestOf(key) },
    cut: fieldTypeOf(key) === 'thing' && [...(says[name] ?? '')].length > longestOf(key),
  }));
};

/** What was typed for an instant to come, if both parts are there. */
export const missingOf = (how: {
  later: boolean;
  date: string;
  override: boolean;
  reason: string;
}): string | undefined => {
  if (how.later && !how.date) return '请选哪一天发布。';
  return how.override && !how.reason.trim() ? '请写明为什么夜里也要发。' : undefined;
};
