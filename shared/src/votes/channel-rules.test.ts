import fc from 'fast-check';
import {
  boxOf,
  boxText,
  fitsVote,
  inBox,
  judgeReadings,
  shownReadings,
  tallyBox,
  type PaperReading,
  type Readings,
} from './channel-rules';

const reading = fc.constantFrom<PaperReading>('for', 'against', 'abstain', 'invalid');
const person = fc.constantFrom('ann', 'bo', 'cai');

test('two who read the same agree; one alone waits, whatever is entered again', () => {
  const first = judgeReadings({}, 'ann', 'for' as PaperReading);
  expect(first).toEqual({ readings: { ann: 'for' }, state: 'waiting' });
  expect(judgeReadings(first.readings, 'ann', 'against').state).toBe('waiting');
  expect(judgeReadings(first.readings, 'bo', 'for').state).toBe('agreed');
  expect(judgeReadings(first.readings, 'bo', 'against').state).toBe('differs');
});

test('in any order of entries it is agreed exactly when somebody else’s last reading is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(person, reading), { minLength: 1, maxLength: 8 }), (entries) => {
      let readings: Readings = {};
      for (const [who, what] of entries) {
        const others = Object.entries(readings).filter(([id]) => id !== who);
        const { state, readings: next } = judgeReadings(readings, who, what);
        const same = others.some(([, other]) => other === what);
        expect(state).toBe(same ? 'agreed' : others.length > 0 ? 'differs' : 'waiting');
        if (state === 'agreed') return;
        readings = next;
      }
    }),
  );
});

test('nobody sees another’s reading until they differ', () => {
  const readings = { ann: 'for', bo: 'against' } as const;
  expect(shownReadings(readings, 'ann', 'waiting')).toEqual([{ by: 'ann', reading: 'for' }]);
  expect(shownReadings(readings, 'cai', 'waiting')).toEqual([]);
  expect(shownReadings(readings, 'cai', 'differs')).toHaveLength(2);
});

test('what lay in a box goes through its text and out one by one', () => {
  const counts = fc.record({ for: fc.nat(9), against: fc.nat(9), abstain: fc.nat(9), invalid: fc.nat(9) });
  fc.assert(
    fc.property(counts, (box) => {
      expect(boxOf(boxText(box))).toEqual(box);
      expect(tallyBox(box)).toHaveLength(inBox(box));
      for (const choice of ['for', 'against', 'abstain', 'invalid'] as const)
        expect(tallyBox(box).filter((one) => one === choice)).toHaveLength(box[choice]);
    }),
  );
  expect(tallyBox(undefined)).toEqual([]);
});

test('two who counted differently never agree by their texts', () => {
  expect(boxText({ for: 1, against: 11, abstain: 0, invalid: 0 })).not.toBe(
    boxText({ for: 11, against: 1, abstain: 0, invalid: 0 }),
  );
});

test.each([
  ['for', false, true],
  ['invalid', false, true],
  ['box', true, true],
  ['for', true, false],
  ['box', false, false],
] as const)('%s entered for a vote that is secret (%s) fits: %s', (what, secret, fits) =>
  expect(fitsVote(what, secret)).toBe(fits),
);
