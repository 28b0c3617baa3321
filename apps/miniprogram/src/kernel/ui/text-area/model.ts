import { codePoints } from '@gongzhi/shared/kernel/fields';

/** What the counter under a text says: `已写 12 字，最多 500 字`, and past the end by how much. */
export const counterOf = (value: string, max: number): { words: string; over: boolean } => {
  const written = codePoints(value);
  return written > max
    ? { words: `已写 ${written} 字，超出 ${written - max} 字`, over: true }
    : { words: `已写 ${written} 字，最多 ${max} 字`, over: false };
};
