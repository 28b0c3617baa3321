import fc from 'fast-check';
import { channels } from './contract-channels';
import { receipts } from './contract-receipts';
import { secretVotes } from './contract-secret';
import { REFUSALS } from '@gongzhi/shared/kernel/refusals';
import { FEWEST_SHOWN, alreadyMarked, mayShow, padOf, sumOf, tallyBallots, type BallotChoice } from './secret-rules';

test('below three a secret vote shows nothing, with nobody or from three on it does; a named vote always', () => {
  expect([0, 1, 2, 3, 4].map((app) => mayShow({ app }))).toEqual([true, false, false, true, true]);
  expect(mayShow({ app: 1, assisted: 2 })).toBe(true);
  expect(FEWEST_SHOWN).toBe(3);
});

test('ballots are counted one by one, by what they say', () => {
  const ballots = fc.array(fc.constantFrom<BallotChoice>('for', 'against', 'abstain', 'invalid'));
  fc.assert(
    fc.property(ballots, (cast) => {
      const counts = tallyBallots(cast);
      expect(sumOf(counts)).toBe(cast.length);
      for (const choice of ['for', 'against', 'abstain', 'invalid'] as const)
        expect(counts[choice]).toBe(cast.filter((one) => one === choice).length);
    }),
  );
});

test('a request is as long whatever is chosen', () => {
  const lengths = (['for', 'against', 'abstain'] as const).map(
    (choice) => JSON.stringify({ choice, pad: padOf(choice) }).length,
  );
  expect(new Set(lengths).size).toBe(1);
});

test.each(['app', 'assisted', 'paper'] as const)(
  'who comes after a ballot by %s hears how it came, in a sentence',
  (channel) => {
    const { refused } = alreadyMarked({ channel });
    expect(REFUSALS[refused][0]).toBe(409);
    expect(REFUSALS[refused][1]).toMatch(/您家|这一票/);
  },
);

describe('the contract', () => {
  const shown = (route: { output: unknown }) =>
    JSON.stringify(Object.keys((route.output as { shape?: object }).shape ?? {}));

  it('answers a secret or an assisted ballot without the choice', () => {
    for (const route of [secretVotes.castSecret, channels.castAssisted]) {
      expect(shown(route)).toBe('["voteId","mark","state"]');
      expect(route).toMatchObject({ ownRecord: true, units: 4 });
    }
  });

  it('lists who took part in a secret vote with nothing but the way', () => {
    const one = { items: [{ unitId: '01KB0000000000000000000000', channel: 'app' }], hidden: false };
    expect(secretVotes.listTurnout.output.safeParse(one).success).toBe(true);
    const more = { ...one, items: [{ ...one.items[0], choice: 'for' }] };
    expect(secretVotes.listTurnout.output.safeParse(more).success).toBe(false);
  });

  it('takes no choice where help is asked for or agreed to', () => {
    for (const route of [channels.askHelp, channels.confirmHelp])
      expect(Object.keys(route.input.shape)).not.toContain('choice');
  });

  it('lets anybody read lists and proofs, and only those who enter ballots enter them', () => {
    expect([receipts.readList.access, receipts.proveMark.access]).toEqual(['public', 'public']);
    for (const route of [channels.enterPaper, channels.enterBox, channels.askHelp, channels.castAssisted])
      expect(route.access).toEqual(['worker']);
    expect(channels.listHelpCodes.access).toEqual(['chair']);
  });

  it.each(['-1', '1.5', '12345', 'x'])('knows no part %p', (part) => {
    const ids = { communityId: '310104001001', voteId: '01KB0000000000000000000000' };
    expect(receipts.readList.input.safeParse({ ...ids, part }).success).toBe(false);
    expect(receipts.readList.input.safeParse({ ...ids, part: '12' }).success).toBe(true);
  });
});

test.each([
  [{ app: 1, paper: 9 }, false],
  [{ app: 1, assisted: 1, paper: 9 }, false],
  [{ app: 2, assisted: 1, paper: 9 }, true],
  [{ app: 0, paper: 9 }, true],
  [{ app: 0, paper: 2 }, false],
  [{ app: 3, paper: 1 }, true],
])('beside a box that two workers have counted, %j are enough to be shown: %s', (channels, shown) =>
  expect(mayShow(channels)).toBe(shown),
);
