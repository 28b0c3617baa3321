import { announcements as contract } from '@gongzhi/shared/announcements/contract';
import { defineSlice } from './kernel/slice';

export const announcements = defineSlice('announcements', {
  contract,
  table: {
    indexes: {
      byState: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'what the clock has to do, of all communities; what waits for approval, and the public board, of one',
      },
    },
    stream: true,
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'A few announcements a day; a census of a community is some hundred items, a call list one row a household.',
    },
  },
  functions: {},
});
