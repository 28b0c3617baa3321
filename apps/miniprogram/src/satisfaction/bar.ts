import type { Share } from '@gongzhi/shared/kernel/satisfaction-result';

/** Where an interval lies on a scale, in hundredths of its width; a band is never too thin to be seen. */
export const barOf = ({ low, high, point }: Share): { left: number; width: number; at: number } => {
  const width = Math.max(1, (high - low) / 100);
  return { left: Math.min(low / 100, 100 - width), width, at: point / 100 };
};
