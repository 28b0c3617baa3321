import { partsOf } from '@gongzhi/shared/satisfaction/contract-letters';

/** Files offered at a time. */
const AT_ONCE = 20;

/** Files of a round, as many as are shown by now, and whether there are more. */
export const filesOf = (invited: string, pages: number): { files: number[]; more: boolean } => {
  const all = partsOf(Number(invited) || 0);
  const shown = Math.min(all, pages * AT_ONCE);
  return { files: Array.from({ length: shown }, (_, i) => i + 1), more: shown < all };
};
