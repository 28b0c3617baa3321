import type { Head, Status } from '@gongzhi/shared/volunteering/model';
import { byNeed } from './model';

test('what waits to be published stands apart from all that is settled', () => {
  const statuses: Status[] = ['published', 'proposed', 'declined', 'cancelled', 'proposed'];
  const { proposed, others } = byNeed(statuses.map((status, i) => ({ activityId: String(i), status }) as Head));
  expect([proposed, others].map((heads) => heads.map(({ activityId }) => activityId))).toEqual([
    ['1', '4'],
    ['0', '2', '3'],
  ]);
});
