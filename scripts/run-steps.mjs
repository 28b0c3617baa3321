const SILENT = { onStart: () => undefined, onEnd: () => undefined };
const LOST = { ok: false, passed: 0, failed: 1, seconds: 0 };

/** What may happen next, given what has ended (`results`) and what runs: a step without its ground, or one that may start. */
const look = ({ steps, waiting, results, running }) => {
  const known = steps.map(({ name }) => name);
  const ground = ({ after = [] }) => after.filter((name) => known.includes(name));
  const isLost = (step) => ground(step).some((name) => results.get(name)?.ok === false);
  const isFree = ({ lock }) => !lock || ![...running.keys()].some((other) => other.lock === lock);
  return {
    lost: waiting.find(isLost),
    ready: waiting.find((step) => isFree(step) && ground(step).every((name) => results.get(name)?.ok)),
    why: (step) => ground(step).find((name) => results.get(name)?.ok === false),
  };
};

/**
 * Runs steps in lanes: a step starts when what it comes `after` has passed and nobody holds its `lock`.
 * A step whose ground failed is not run and counts as failed, with the reason.
 * `run(step)` resolves to `{ ok, passed, failed, note }` and never rejects.
 */
export const runSteps = async (steps, { lanes, run, ...heard }) => {
  const { onStart, onEnd } = { ...SILENT, ...heard };
  const state = { steps, waiting: [...steps], results: new Map(), running: new Map() };
  const take = (step) => state.waiting.splice(state.waiting.indexOf(step), 1);
  const settle = (step, result) => {
    state.results.set(step.name, { ...step, ...result });
    onEnd(state.results.get(step.name));
  };
  const start = (step) => {
    const started = Date.now();
    onStart(step);
    state.running.set(
      step,
      run(step).then((result) => {
        state.running.delete(step);
        settle(step, { ...result, seconds: (Date.now() - started) / 1000 });
      }),
    );
  };
  while (state.waiting.length > 0 || state.running.size > 0) {
    const { lost, ready, why } = look(state);
    if (lost) settle(...take(lost), { ...LOST, note: `not run: ${why(lost)} failed` });
    else if (ready && state.running.size < lanes) start(...take(ready));
    else if (state.running.size > 0) await Promise.race(state.running.values());
    else throw new Error(`steps wait for each other: ${state.waiting.map(({ name }) => name).join(', ')}`);
  }
  return steps.map(({ name }) => state.results.get(name));
};

/** The last line everybody reads: tests passed and failed; a step that fails without a failed test counts as one. */
export const total = (results) => {
  const passed = results.reduce((sum, { passed: n }) => sum + n, 0);
  const failed = results.reduce((sum, { ok, failed: n }) => sum + (ok ? n : Math.max(1, n)), 0);
  return { passed, failed, line: `${passed} passed, ${failed} failed` };
};
