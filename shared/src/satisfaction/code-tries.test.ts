import { mayTryCode, windowOf, type Trier } from './code-tries';
import { CODE_TRIES } from './rule-sets';

const NOW = new Date('2026-11-28T02:15:00.000Z');
const window = windowOf(NOW);
const { person, community } = CODE_TRIES.most;

test.each<[string, Trier, { window: number; wrong: number } | undefined, object | undefined]>([
  ['nobody has typed a wrong one', 'person', undefined, undefined],
  ['one less than the most', 'person', { window, wrong: person - 1 }, undefined],
  [
    'the most of a worker',
    'person',
    { window, wrong: person },
    { refused: 'ANSWER_CODE_TRIES', facts: { minutes: 45 } },
  ],
  ['as many of a whole community', 'community', { window, wrong: person }, undefined],
  ['one less than the most of it', 'community', { window, wrong: community - 1 }, undefined],
  [
    'the most of it, and more that came at once',
    'community',
    { window, wrong: community + 7 },
    { refused: 'ANSWER_CODE_PAUSED', facts: { minutes: 45 } },
  ],
  ['those of the hour before', 'person', { window: window - 1, wrong: 999 }, undefined],
])('%s', (_, trier, tries, says) => expect(mayTryCode(trier, tries, NOW)).toEqual(says));

test.each([
  ['2026-11-28T02:00:00.000Z', 60],
  ['2026-11-28T02:58:59.999Z', 2],
  ['2026-11-28T02:59:59.999Z', 1],
])('at %s it says to wait %i minutes, and then it is another window', (at, minutes) => {
  const now = new Date(at);
  const tries = { window: windowOf(now), wrong: person };
  expect(mayTryCode('person', tries, now)?.facts).toEqual({ minutes });
  expect(mayTryCode('person', tries, new Date(now.getTime() + minutes * 60_000))).toBeUndefined();
});
