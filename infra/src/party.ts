import { party as contract } from '@gongzhi/shared/party/contract';
import { defineSlice } from './kernel/slice';

export const party = defineSlice('party', {
  contract,
  table: {
    ttl: 'expiresAt',
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'Lists of members with their consents read afresh: 110 units a hundred.',
    },
  },
  functions: {},
});
