import fc from 'fast-check';
import * as rules from './rules';

/**
 * Whole lives of reports: what people do one after the other, in any order. Each step is taken only where the rules let
 * it; then what may never happen is looked for, by what was done and not by what the rules say.
 */
const SINCE = '2026-07-01T00:00:00.000Z';
const START = Date.parse('2027-01-04T02:00:00.000Z');
const HOUR = 3_600_000;
interface Life {
  report: rules.Instants & { unitId: string };
  standing: rules.Standing;
  now: Date;
  days: number;
  done: { what: string; at: number }[];
}
type Step = (life: Life) => boolean;
const goes = (no: unknown): boolean => no === undefined;
const stamp = (life: Life) => life.now.toISOString();

const STEPS: Record<string, Step> = {
  see: (life) => {
    if (rules.stateOf(life.report, life.standing) !== 'prepared') return false;
    Object.assign(life.report, { seenAt: stamp(life), objectUntil: rules.objectUntil(life.now, life.days) });
    return true;
  },
  agree: (life) => {
    if (!life.report.seenAt || !goes(rules.mayAgree(life.report, life.standing))) return false;
    life.report.agreedAt = stamp(life);
    return true;
  },
  object: (life) => {
    if (!life.report.seenAt || !goes(rules.mayObject(life.report, life.standing, life.now))) return false;
    life.report.objectedAt = stamp(life);
    return true;
  },
  keep: (life) => {
    if (!goes(rules.mayAnswer(life.report, life.standing))) return false;
    life.report.answeredAt = stamp(life);
    return true;
  },
  again: (life) => {
    if (!goes(rules.mayAnswer(life.report, life.standing))) return false;
    life.report = { since: life.report.since, unitId: 'u' };
    return true;
  },
  send: (life) => {
    if (!goes(rules.maySend(life.report, life.standing, life.now))) return false;
    life.report.sentAt = stamp(life);
    return true;
  },
  leave: (life) => {
    life.standing = undefined;
    return true;
  },
  prepare: (life) => {
    if (!life.standing || !goes(rules.mayReplace(life.report, life.standing))) return false;
    life.report = { since: life.standing.since ?? '', unitId: 'u' };
    return true;
  },
  rejoin: (life) => {
    if (life.standing) return false;
    life.standing = { since: stamp(life) };
    return true;
  },
};
const step = fc.tuple(
  // leaving is rare, or few reports would live to be sent
  fc.constantFrom(...Object.keys(STEPS), 'see', 'agree', 'object', 'keep', 'send', 'send'),
  fc.constantFrom(0, 1, 20, 24, 24 * 3, 24 * 8),
);
const lived = (steps: readonly (readonly [string, number])[], days: number): Life => {
  const life: Life = {
    report: { since: SINCE, unitId: 'u' },
    standing: { since: SINCE },
    now: new Date(START),
    days,
    done: [],
  };
  for (const [what, hours] of steps) {
    life.now = new Date(life.now.getTime() + hours * HOUR + 1);
    if (STEPS[what]?.(life)) life.done.push({ what, at: life.now.getTime() });
  }
  return life;
};
const lives = fc.tuple(fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }), fc.integer({ min: 3, max: 10 }));
/** What was done since the version that counts was made. */
const ofVersion = (done: Life['done'], upTo: number) =>
  done.slice(
    Math.max(
      0,
      done.slice(0, upTo).findLastIndex(({ what }) => ['again', 'prepare'].includes(what)),
    ),
    upTo,
  );

test('nothing is sent that its member has not seen, nor before they agreed or had all their days', () => {
  let sent = 0;
  fc.assert(
    fc.property(lives, ([steps, days]) => {
      const { done } = lived(steps, days);
      done.forEach(({ what, at }, n) => {
        if (what !== 'send') return;
        sent += 1;
        const before = ofVersion(done, n);
        const seen = before.find((one) => one.what === 'see');
        expect(seen).toBeDefined();
        const agreed = before.some((one) => one.what === 'agree');
        expect(agreed || at - (seen?.at ?? at) > days * 24 * HOUR).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
  expect(sent).toBeGreaterThan(20);
});

test('an objection is answered before the report goes on, and there is one a version', () => {
  fc.assert(
    fc.property(lives, ([steps, days]) => {
      const { done } = lived(steps, days);
      done.forEach(({ what }, n) => {
        const before = ofVersion(done, n).map((one) => one.what);
        if (what === 'object') expect(before).not.toContain('object');
        if (what === 'send' || what === 'agree')
          expect(before.filter((one) => one === 'object')).toHaveLength(before.filter((one) => one === 'keep').length);
        if (what === 'keep' || what === 'again') expect(before).toContain('object');
      });
    }),
    { numRuns: 500 },
  );
});

test('a report is sent once, and nothing is done with it afterwards, even when its member leaves', () => {
  fc.assert(
    fc.property(lives, ([steps, days]) => {
      const { done, report, standing } = lived(steps, days);
      const sending = done.findIndex(({ what }) => what === 'send');
      if (sending < 0) return;
      expect(done.slice(sending + 1).filter(({ what }) => !['leave', 'rejoin'].includes(what))).toEqual([]);
      expect(rules.stateOf(report, standing)).toBe('sent');
    }),
    { numRuns: 500 },
  );
});

test('a member who leaves stops their report, and one who comes back begins anew', () => {
  fc.assert(
    fc.property(lives, ([steps, days]) => {
      const { done, report, standing } = lived(steps, days);
      const words = done.map(({ what }) => what);
      const [left, made] = [words.lastIndexOf('leave'), words.lastIndexOf('prepare')];
      if (words.includes('send') || left < 0) return;
      // only one prepared after they came back is live
      expect(rules.isLive(report, standing)).toBe(standing !== undefined && made > left);
    }),
    { numRuns: 500 },
  );
});
