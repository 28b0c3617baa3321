import { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { reachKinds } from './reach-kinds';

test.each([
  ['nobody who accepted', undefined, []],
  ['somebody who chose nothing', { off: [] }, Kind.options],
  [
    'somebody who turned a kind off',
    { off: ['announced.event', 'vote'] },
    ['urgent', 'service', 'decision', 'reminder'],
  ],
  ['somebody with a digest', { off: [], digestHour: 18 }, ['urgent']],
])('%s', (_, choices, want) => expect(reachKinds(choices)).toEqual(want));
