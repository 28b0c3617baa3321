import type { Round } from '@gongzhi/shared/satisfaction/model';
import { invitedWords, toldWords } from './model';

const round = (part: Partial<Round>): Round => ({
  ...{ roundId: 'r', about: { kind: 'quarter', quarter: '2026Q4' }, state: 'open', questions: [] },
  ...{ openedAt: '2026-11-27T02:00:00.000Z', closesAt: '2026-12-11T02:00:00.000Z', days: 14, sample: 400 },
  ...{ population: 3_000, invited: 400, pressure: 0 },
  ...part,
});

it.each<[Partial<Round>, RegExp]>([
  [{}, /邀请了 400 户/],
  [{ state: 'drawing', population: 120 }, /要抽 120 户/],
  [{ about: { kind: 'event', service: 'wish' } }, /够 10 份/],
  [{ about: { kind: 'event', service: 'wish' }, state: 'settled', invited: 12 }, /12 人次/],
])('says how many are asked: %j', (part, words) => expect(invitedWords(round(part))).toMatch(words));

it('says what was told to the street, and nothing where nobody told anything', () => {
  expect(toldWords({ pressure: 0 })).toEqual([]);
  expect(toldWords({ pressure: 2, disowned: 1 })).toEqual([
    expect.stringMatching(/2 次反映/),
    expect.stringMatching(/1 户说/),
  ]);
});
