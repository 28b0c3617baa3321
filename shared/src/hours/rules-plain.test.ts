import fc from 'fast-check';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Cause, Track } from './model';
import { honoraryRoom } from './case-rules';
import { minutesOnDay, oddities } from './day-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { maskName } from '@gongzhi/shared/kernel/mask-name';
import { inHours, settleStep } from './rules';

/** The rules against accounts of them that are slow and plain: minute by minute, version by version, letter by letter. */
const START = Date.parse('2026-12-30T00:00:00.000Z');
const instant = (minute: number) => new Date(START + minute * MINUTE).toISOString();
const china = (minute: number) => new Date(START + (minute + 480) * MINUTE).toISOString().slice(0, 10);
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

interface Stretch {
  begin: number;
  length: number;
  credited: number;
  track: Track;
  shiftId: string;
}
const stretch: fc.Arbitrary<Stretch> = fc.record({
  begin: fc.nat(3 * 1_440),
  length: fc.integer({ min: 1, max: 900 }),
  /** Breaks were taken off. */
  credited: fc.nat(4),
  track: fc.constantFrom<Track>('recorded', 'recorded', 'honorary', 'imported'),
  shiftId: fc.constantFrom('a', 'b', 'c'),
});
const nearby = ({ begin, length, credited, track, shiftId }: Stretch) => ({
  ...{
    from: instant(begin),
    to: instant(begin + length),
    minutes: Math.floor((length * credited) / 4),
    track,
    shiftId,
  },
});

/** Minutes of each day that some were credited for. */
const servedADay = (all: readonly Stretch[]): Map<string, number> => {
  const perDay = new Map<string, number>();
  for (const it of all) {
    const days = new Map<string, number>();
    for (const minute of range(it.begin, it.begin + it.length))
      days.set(china(minute), (days.get(china(minute)) ?? 0) + 1);
    for (const [day, minutes] of days) perDay.set(day, (perDay.get(day) ?? 0) + Math.min(minutes, nearby(it).minutes));
  }
  return perDay;
};

test('what is odd is what whoever goes through the minutes one by one finds odd', () => {
  fc.assert(
    fc.property(
      stretch,
      fc.array(stretch, { maxLength: 4 }),
      fc.constantFrom(60, 600, 720, 1_440),
      (one, all, most) => {
        const self = nearby(one);
        const beside = all.filter((it) => it.track === 'recorded' && nearby(it).minutes > 0);
        const own = new Set(range(one.begin, one.begin + one.length));
        const perDay = servedADay([one, ...beside]);
        const expected = [
          ...(beside.some((it) => range(it.begin, it.begin + it.length).some((m) => own.has(m))) ? ['overlap'] : []),
          ...([...own].some((m) => (perDay.get(china(m)) ?? 0) > most) ? ['longDay'] : []),
          ...(all.some((it) => it.track === 'honorary' && it.shiftId === one.shiftId) ? ['alsoHonorary'] : []),
        ];
        expect(oddities(self, all.map(nearby), most)).toEqual(self.minutes === 0 ? [] : expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('minutes on a day are counted one by one, and none on a day the service does not touch', () => {
  fc.assert(
    fc.property(stretch, fc.nat(5), (one, ahead) => {
      const day = china(ahead * 1_440);
      const counted = range(one.begin, one.begin + one.length).filter((minute) => china(minute) === day).length;
      expect(minutesOnDay(nearby(one), day)).toBe(Math.min(counted, nearby(one).minutes));
    }),
  );
});

interface Link {
  entryId: string;
  minutes: number;
  version: number;
  track: Track;
  cause: Cause;
  reverses?: string;
}
/** Does what the step says until the version is known, as the ledger does. */
const settle = (chain: readonly Link[], version: number, minutes: number): { chain: Link[]; steps: string[] } => {
  const lines = [...chain];
  const steps: string[] = [];
  for (;;) {
    const step = settleStep(lines, version);
    steps.push(step.do);
    if (step.do === 'known') return { chain: lines, steps };
    const entryId = `l${lines.length}`;
    if (step.do === 'enter')
      lines.push({ entryId, minutes, version, track: 'recorded', cause: step.answered ? 'corrected' : 'settled' });
    else
      lines.push({
        ...step.line,
        entryId,
        minutes: -step.line.minutes,
        cause: 'replaced',
        reverses: step.line.entryId,
      });
  }
};
test('versions in any order, again and again, leave exactly the latest, reached by at most one reversal each', () => {
  const version = fc.record({ version: fc.integer({ min: 1, max: 6 }), minutes: fc.nat(300) });
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 12 }), (all) => {
      const first = new Map<number, number>();
      let chain: Link[] = [];
      let latest = 0;
      for (const { version: n, minutes } of all) {
        const done = settle(chain, n, minutes);
        expect(done.steps).toEqual(n <= latest ? ['known'] : [...(latest ? ['reverse'] : []), 'enter', 'known']);
        if (n > latest) first.set((latest = n), minutes);
        chain = done.chain;
      }
      expect(standing(chain).map(({ version: n, minutes }) => [n, minutes])).toEqual([[latest, first.get(latest)]]);
      expect(chain.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(first.get(latest));
    }),
  );
});

test('honorary minutes that are given as long as there is room never pass the shift, and fill it when enough are asked', () => {
  const asked = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 720 }), fc.nat(800), asked, (length, recorded, wishes) => {
      const shift = { from: instant(0), to: instant(length) };
      const chain: Link[] = [{ entryId: 'r', minutes: recorded, version: 1, track: 'recorded', cause: 'settled' }];
      for (const [i, wish] of wishes.entries()) {
        const minutes = Math.min(wish, honoraryRoom(shift, chain));
        if (minutes > 0) chain.push({ entryId: `h${i}`, minutes, version: 0, track: 'honorary', cause: 'honorary' });
      }
      const given = chain.slice(1).reduce((sum, { minutes }) => sum + minutes, 0);
      const wished = wishes.reduce((sum, wish) => sum + wish, 0);
      expect(given).toBe(Math.min(wished, Math.max(0, length - recorded)));
    }),
  );
});

test('hours are the most whole steps that fit, found by adding one after another', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.constantFrom(1, 5, 15, 30, 45, 60), (minutes, step) => {
      let stepped = 0;
      while (stepped + step <= minutes) stepped += step;
      expect(inHours(minutes, step)).toBe(String(Number((stepped / 60).toFixed(2))));
      expect(Number(inHours(-minutes, step))).toBe(0 - Number(inHours(minutes, step)));
    }),
  );
});

test('a masked name is as long as the name and shows two of its letters at most', () => {
  const name = fc.array(fc.constantFrom(...'王秀兰欧阳𠮷田·a'), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(name, (letters) => {
      const masked = [...maskName(letters.join(''))];
      expect(masked).toHaveLength(letters.length);
      const shown = masked.flatMap((letter, i) => (letter === '*' ? [] : [[i, letter]]));
      const ends = letters.length > 2 ? [0, letters.length - 1] : [0];
      expect(shown).toEqual(ends.map((i) => [i, letters[i]]));
    }),
  );
});
