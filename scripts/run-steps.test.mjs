import { runSteps, total } from './run-steps.mjs';

const good = { ok: true, passed: 1, failed: 0, note: '' };
const bad = { ok: false, passed: 0, failed: 0, note: '' };

/** Runs steps that end when told, and records the order of starts and ends. */
const watch = async (steps, { lanes = 2, results = {} } = {}) => {
  const seen = [];
  let most = 0;
  let now = 0;
  const run = async ({ name }) => {
    now += 1;
    most = Math.max(most, now);
    seen.push(`+${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    seen.push(`-${name}`);
    return results[name] ?? good;
  };
  return { outcome: await runSteps(steps, { lanes, run }), seen, most: () => most };
};

test('a step waits for its ground and the others do not', async () => {
  const { seen } = await watch([{ name: 'use', after: ['build'] }, { name: 'build' }, { name: 'lint' }]);
  expect(seen.indexOf('+use')).toBeGreaterThan(seen.indexOf('-build'));
  expect(seen.indexOf('+lint')).toBeLessThan(seen.indexOf('-build'));
});

test('no more steps run at once than there are lanes', async () => {
  const { most, outcome } = await watch(
    'abcdef'.split('').map((name) => ({ name })),
    { lanes: 2 },
  );
  expect(most()).toBe(2);
  expect(outcome.map(({ name }) => name).join('')).toBe('abcdef');
});

test('two steps of one lock never run together', async () => {
  const { seen } = await watch([{ name: 'h5', lock: 'taro' }, { name: 'weapp', lock: 'taro' }, { name: 'lint' }], {
    lanes: 3,
  });
  expect(seen.indexOf('+weapp')).toBeGreaterThan(seen.indexOf('-h5'));
});

test('what stands on a failed step is not run, all the way up, and says why', async () => {
  const { outcome, seen } = await watch(
    [{ name: 'build' }, { name: 'synth', after: ['build'] }, { name: 'e2e', after: ['synth'] }, { name: 'lint' }],
    { results: { build: bad } },
  );
  expect(seen).not.toContain('+synth');
  expect(outcome.map(({ name, ok, note }) => [name, ok, note])).toEqual([
    ['build', false, ''],
    ['synth', false, 'not run: build failed'],
    ['e2e', false, 'not run: synth failed'],
    ['lint', true, ''],
  ]);
});

test('a step run alone does not wait for ground that was not asked for', async () => {
  const { outcome } = await watch([{ name: 'e2e', after: ['h5', 'synth'] }]);
  expect(outcome[0].ok).toBe(true);
});

test('steps that wait for each other are an error, not a hang', async () => {
  await expect(
    watch([
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['a'] },
    ]),
  ).rejects.toThrow('a, b');
});

test.each([
  [
    [
      { ok: true, passed: 3, failed: 0 },
      { ok: true, passed: 4, failed: 0 },
    ],
    '7 passed, 0 failed',
  ],
  [
    [
      { ok: true, passed: 3, failed: 0 },
      { ok: false, passed: 0, failed: 0 },
    ],
    '3 passed, 1 failed',
  ],
  [
    [
      { ok: false, passed: 3, failed: 2 },
      { ok: false, passed: 0, failed: 1 },
    ],
    '3 passed, 3 failed',
  ],
])('the last line sums tests, and a failed step is at least one failure', (results, line) =>
  expect(total(results).line).toBe(line),
);
