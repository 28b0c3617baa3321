import fc from 'fast-check';
import { isRefusal, says } from '@gongzhi/shared/kernel/refusals';
import { labelInWords, TEXT_LABELS, UNCHECKED, verdictOn, type Check } from './text-rules';

const WAITS = (label: number) => ({ state: 'waiting', label });
const REFUSED = (reason: string) => ({ refused: 'TEXT_RISKY', facts: { reason } });

test.each<[string, Check, boolean, unknown]>([
  ['pass is published', { suggest: 'pass', label: 100 }, false, { state: 'published' }],
  [
    'pass is published, also when a person was asked for',
    { suggest: 'pass', label: 100 },
    true,
    { state: 'published' },
  ],
  ['review waits', { suggest: 'review', label: 20006 }, false, WAITS(20006)],
  [
    'risky for politics waits: nothing civic ends by a machine',
    { suggest: 'risky', label: 20001 },
    false,
    WAITS(20001),
  ],
  ['risky for advertising is refused with the reason', { suggest: 'risky', label: 10001 }, false, REFUSED('疑似广告')],
  [
    'risky for crime is refused with the reason',
    { suggest: 'risky', label: 20006 },
    false,
    REFUSED('疑似违法犯罪内容'),
  ],
  [
    'risky with a label nobody knows is refused in words all the same',
    { suggest: 'risky', label: 99999 },
    false,
    REFUSED('疑似其他不当内容'),
  ],
  ['risky waits when the author asks for a person', { suggest: 'risky', label: 20006 }, true, WAITS(20006)],
  ['what could not be checked waits', 'unavailable', false, WAITS(UNCHECKED)],
])('%s', (_, check, askReview, verdict) => {
  expect(verdictOn(check, askReview)).toEqual(verdict);
});

const anyCheck: fc.Arbitrary<Check> = fc.oneof(
  fc.constant('unavailable' as const),
  fc.record({
    suggest: fc.constantFrom('pass' as const, 'review' as const, 'risky' as const),
    label: fc.oneof(fc.constantFrom(...Object.keys(TEXT_LABELS).map(Number)), fc.nat(30_000)),
  }),
);

test('only what the machine passed is published, whatever is asked for', () => {
  fc.assert(
    fc.property(anyCheck, fc.boolean(), (check, askReview) => {
      const verdict = verdictOn(check, askReview);
      const published = !isRefusal(verdict) && verdict.state === 'published';
      expect(published).toBe(check !== 'unavailable' && check.suggest === 'pass');
    }),
  );
});

test('whoever asks for a person is never refused by the machine', () => {
  fc.assert(
    fc.property(anyCheck, (check) => {
      expect(isRefusal(verdictOn(check, true))).toBe(false);
    }),
  );
});

test('a civic label is never refused', () => {
  for (const [label, { civic }] of Object.entries(TEXT_LABELS)) {
    if (civic) expect(isRefusal(verdictOn({ suggest: 'risky', label: Number(label) }))).toBe(false);
  }
});

test('a refusal reads as a sentence with its reason and what to do next', () => {
  const refusal = verdictOn({ suggest: 'risky', label: 20003 });
  expect(isRefusal(refusal) && says(refusal)).toBe(
    '内容安全检查没有通过（疑似辱骂他人）。请修改；如果您认为没有问题，可以提交人工复核。',
  );
});

test('every label has words and no number in them', () => {
  for (const label of [...Object.keys(TEXT_LABELS).map(Number), 12345])
    expect(labelInWords(label)).toMatch(/^[\u4e00-\u9fff]{4,}$/);
});
