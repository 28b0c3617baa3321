import { isLive } from './model';

test.each([
  ['asked', true],
  ['valid', true],
  ['ended', false],
  ['declined', false],
  ['moved', false],
  ['left', false],
  ['withdrawn', false],
] as const)('%s', (state, live) => expect(isLive({ state })).toBe(live));
test('nothing', () => expect(isLive(undefined)).toBe(false));
