import type { Entry } from '@gongzhi/shared/hours/model';
import { correctable } from './model';

const line = (entryId: string, more: Partial<Entry> = {}): Entry => ({
  ...{ entryId, shiftId: 's', activityId: 'a', title: '', track: 'recorded', grade: 'scanned', kind: '', minutes: 60 },
  ...{
    from: '2026-11-22T01:00:00.000Z',
    to: '2026-11-22T02:00:00.000Z',
    at: '2026-11-22T02:00:00.000Z',
    cause: 'settled',
  },
  ...more,
});

test('what stands and was recorded may be corrected; reversals, what they took back, honorary and imported lines may not', () => {
  const lines = [
    line('a'),
    line('b'),
    line('c', { reverses: 'b', minutes: -60 }),
    line('d', { track: 'honorary' }),
    line('e', { track: 'imported' }),
  ];
  expect([...correctable(lines)]).toEqual(['a']);
});
