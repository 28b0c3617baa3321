import { ledger as contract } from '@gongzhi/shared/ledger/contract';
import { LOOK_UP } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const ledger = defineSlice('ledger', {
  contract,
  table: {
    indexes: { bySubject: { partition: 'gpk', sort: 'gsk', why: 'the history of one subject, oldest first' } },
    stream: true,
    maxima: {
      reads: 4_000,
      writes: 4_000,
      why: 'Every change of every slice puts one event: two units each in its transaction.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: { ledger: { actions: [], indexes: ['bySubject'] }, identity: LOOK_UP, directory: LOOK_UP },
      secrets: ['pepper'],
      parameters: ['TOKEN_KEYS'],
    },
    'dispatch-events': { trigger: { by: 'stream', of: 'ledger' }, tables: {}, publishes: true },
  },
});
