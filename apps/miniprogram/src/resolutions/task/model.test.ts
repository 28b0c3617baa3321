import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Task } from '@gongzhi/shared/resolutions/model';
import { canDo, partOf, saidWords } from './model';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const task = (more: object = {}) =>
  ({
    state: 'done',
    owner: { kind: 'outside', name: '物业' },
    answersUntil: '2026-11-30T02:00:00.000Z',
    answers: { yes: 0, no: 1, seconds: 0, authorYes: false, authorNo: false },
    mine: { author: false, supporter: false, seconded: false },
    ...more,
  }) as Task;
const mine = (more: Partial<Task['mine']>) => ({ mine: { author: false, supporter: false, seconded: false, ...more } });

test.each<[string, Task, Role[], string[]]>([
  ['a worker moves what is not done', task({ state: 'doing' }), ['worker'], ['work', 'reassign']],
  ['nobody moves what is being answered', task(), ['worker'], []],
  [
    'its owner moves it but gives it to nobody',
    task({ state: 'doing', owner: { kind: 'member', personId: 'me' } }),
    ['buildingHead'],
    ['work'],
  ],
  ['the author answers', task(mine({ author: true })), ['resident'], ['answer']],
  ['who answered is not asked again', task(mine({ author: true, answered: 'accept' })), ['resident'], []],
  ['a neighbour seconds', task(), ['resident'], ['second']],
  ['a neighbour seconds once', task(mine({ seconded: true })), ['resident'], []],
  ['a visitor reads', task(), [], []],
])('%s', (_, given, roles, can) => {
  const allowed = Object.entries(canDo(given, { personId: 'me', roles }, NOW)).filter(([, may]) => may);
  expect(allowed.map(([name]) => name)).toEqual(can);
});

test('the reader is told what they said', () => {
  expect(saidWords(task(mine({ answered: 'sendBack' })))).toContain('已退回');
  expect(saidWords(task(mine({ seconded: true })))).toBe('您已附议退回。');
  expect(saidWords(task({ state: 'doing', ...mine({ answered: 'accept' }) }))).toBeUndefined();
  expect([partOf(mine({ author: true })), partOf(mine({ supporter: true })), partOf(mine({}))]).toEqual([
    'author',
    'supporter',
    'none',
  ]);
});
