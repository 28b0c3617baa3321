import type { Head } from '@gongzhi/shared/volunteering/model';

/** Those that wait to be published, and all others, each in the order they came. */
export const byNeed = (heads: readonly Head[]): { proposed: Head[]; others: Head[] } => ({
  proposed: heads.filter(({ status }) => status === 'proposed'),
  others: heads.filter(({ status }) => status !== 'proposed'),
});
