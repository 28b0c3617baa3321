import { primaryOf } from './model';

const POST = { state: 'open', slots: 2, taken: 1 } as const;
test.each([
  [POST, true, 'nominate'],
  [POST, false, undefined],
  [{ ...POST, taken: 2 }, true, undefined],
  [{ ...POST, state: 'closed' }, true, undefined],
  [{ ...POST, taken: 2, mine: 'asked' }, true, 'takeBack'],
  [{ ...POST, state: 'closed', mine: 'held' }, true, 'giveUp'],
  [{ ...POST, mine: 'declined' }, true, 'nominate'],
  [{ ...POST, mine: 'given' }, true, 'nominate'],
] as const)('of a post %j (member %s): %s', (post, member, what) => expect(primaryOf(post, member)).toBe(what));
