import { waysFor } from './ways';

const unit = { unitId: 'u', as: 'own' as const, voted: false };
const vote = { communityId: '330102004051', phase: 'open' as const, ballot: 'named' as const, mine: { units: [unit] } };
const here = (...roles: ('resident' | 'worker' | 'chair')[]) => ({ scope: vote.communityId, roles });

test('a household that has not voted may be helped, one that has may not', () => {
  expect(waysFor(vote, here('resident'))).toEqual(['confirm']);
  expect(waysFor({ ...vote, mine: { units: [{ ...unit, voted: true }] } }, here('resident'))).toEqual([]);
  expect(waysFor({ ...vote, mine: { units: [{ ...unit, as: 'proxy' }] } }, here('resident'))).toEqual([]);
});

test('whoever enters ballots hands out no codes', () => {
  const none = { ...vote, mine: undefined };
  expect(waysFor(none, here('worker', 'chair'))).toEqual(['entries']);
  expect(waysFor(none, here('chair'))).toEqual(['codes']);
  expect(waysFor(none, { ...here('worker'), scope: '330102004053' })).toEqual([]);
});

test('after the end only the box of a secret vote is left to do', () => {
  const ended = { ...vote, phase: 'counting' as const };
  expect(waysFor(ended, here('worker'))).toEqual([]);
  expect(waysFor({ ...ended, ballot: 'secret' }, here('worker'))).toEqual(['entries']);
});
