import type { Words } from './model';
import { timeInWords } from '@gongzhi/shared/kernel/time';

/** From when to when something is, in words; nothing when no time is given. */
export const spanOf = ({ when, until }: Pick<Words, 'when' | 'until'>): string | undefined =>
  when && (until ? `${timeInWords(when)} 到 ${timeInWords(until)}` : timeInWords(when));
