import { fileWords } from '@gongzhi/shared/announcements/files';
import type { Shown } from '@gongzhi/shared/announcements/model';
import { spanOf } from '@gongzhi/shared/announcements/span-of';

/** What is read aloud: that it holds no more, what was corrected, then the text. */
export const aloudOf = ({ state, note, words }: Pick<Shown, 'state' | 'note' | 'words'>): string => {
  const span = spanOf(words);
  return [
    ...(state === 'withdrawn' ? ['这份通知已经撤回。'] : []),
    ...(note ? [`有更正：${note}。`] : []),
    words.title,
    ...(span ? [`时间：${span}`] : []),
    ...(words.place ? [`地点：${words.place}`] : []),
    words.body,
    ...(words.files ?? []).map((file) => `附${fileWords(file)}：${file.label}`),
  ].join('\n');
};
