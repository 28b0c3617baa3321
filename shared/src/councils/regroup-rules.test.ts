import { isDivided, mayRegroup } from './regroup-rules';

test.each([
  ['one nobody has touched', {}, undefined],
  ['one that is voted on', { voteId: 'v' }, 'NOT_REGROUPABLE'],
  ['one merged before', { mergedInto: 'x' }, 'NOT_REGROUPABLE'],
  ['one split before', { splitInto: ['x', 'y'] }, 'NOT_REGROUPABLE'],
  ['one that supports are being carried to', { carrying: 'x' }, 'MERGE_RUNNING'],
  ['one that is not there', undefined, 'NOT_FOUND'],
])('%s: %j', (_, matter, refused) => expect(mayRegroup(matter)?.refused).toBe(refused));

test.each<[string, number, number[], number[], boolean]>([
  ['all, in any order', 4, [3, 0], [1, 2], true],
  ['one left out', 4, [0, 1], [2], false],
  ['one in both', 3, [0, 1], [1, 2], false],
  ['one twice and one left out', 3, [0, 0], [1], false],
  ['one that is not there', 2, [0], [2], false],
  ['nothing for the second', 2, [0, 1], [], false],
])('divided: %s', (_, count, first, second, divided) => expect(isDivided(count, first, second)).toBe(divided));
