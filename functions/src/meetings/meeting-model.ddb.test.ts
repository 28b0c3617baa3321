import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Side } from '@gongzhi/shared/meetings/model';
import { stageMeeting, type Stage } from './test-meeting';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
jest.setTimeout(120_000);

const PEOPLE = 5;
const BASE = PEOPLE + 1;
const NEEDED = 4;
const who = fc.nat(PEOPLE);
const side = fc.constantFrom<Side>('for', 'against');
const Step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrive' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), who, side }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('next' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('endSpeech' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('put' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hand' as const), who, side }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

/** The meeting as somebody with a sheet of paper would keep it. */
const freshModel = () => ({
  inside: new Set(Array.from({ length: BASE }, (_, i) => i)),
  asked: new Map<number, { side: Side; spoken: number; order: number }>(),
  spoken: new Map<number, number>(),
  speaker: undefined as number | undefined,
  last: undefined as Side | undefined,
  question: undefined as undefined | { n: number; open: boolean; hands: Map<number, Side> },
  lines: ['opened', 'item-opened'],
  order: 0,
});
type Model = ReturnType<typeof freshModel>;
const quorate = ({ inside }: Model) => inside.size >= NEEDED;

const waiting = (m: Model) => [...m.asked].filter(([i]) => m.inside.has(i));
const nextOf = (m: Model) => {
  const wanted = m.last === 'for' ? 'against' : 'for';
  const all = waiting(m).sort(([, a], [, b]) => a.spoken - b.spoken || a.order - b.order);
  return all.find(([, ask]) => ask.side === wanted) ?? all[0];
};

/** What each step does to the paper; true when it must be accepted. */
const PLAY: { [K in Step['do']]: (m: Model, step: Extract<Step, { do: K }>) => boolean } = {
  arrive: (m, { who: i }) => {
    if (m.inside.has(i)) return false;
    m.inside.add(i);
    if (m.inside.size === NEEDED) m.lines.push('quorum-regained');
    return true;
  },
  leave: (m, { who: i }) => {
    if (!m.inside.delete(i)) return false;
    m.asked.delete(i);
    if (m.inside.size === NEEDED - 1) m.lines.push('quorum-lost');
    return true;
  },
  ask: (m, { who: i, side: wanted }) => {
    const spoken = m.spoken.get(i) ?? 0;
    if (!m.inside.has(i) || m.asked.has(i) || m.speaker === i || spoken >= 2) return false;
    m.asked.set(i, { side: wanted, spoken, order: (m.order += 1) });
    return true;
  },
  withdraw: (m, { who: i }) => m.asked.delete(i),
  next: (m) => {
    const next = m.speaker === undefined ? nextOf(m) : undefined;
    if (!next) return false;
    const [i, ask] = next;
    m.asked.delete(i);
    m.spoken.set(i, ask.spoken + 1);
    m.speaker = i;
    m.last = ask.side;
    return true;
  },
  endSpeech: (m) => {
    if (m.speaker === undefined) return false;
    m.speaker = undefined;
    m.lines.push('speech');
    return true;
  },
  put: (m) => {
    if (m.question?.open || !quorate(m)) return false;
    m.question = { n: (m.question?.n ?? 0) + 1, open: true, hands: new Map() };
    m.lines.push('question-put');
    return true;
  },
  hand: (m, { who: i, side: choice }) => {
    const { question } = m;
    if (!question?.open || !quorate(m) || !m.inside.has(i) || question.hands.has(i)) return false;
    question.hands.set(i, choice);
    return true;
  },
  close: (m) => {
    if (!m.question?.open) return false;
    m.question.open = false;
    m.lines.push('question-closed');
    return true;
  },
};

const send = (stage: Stage, people: readonly string[], m: Model, step: Step) => {
  const [chair = ''] = people;
  const as = 'who' in step ? (people[step.who] ?? '') : chair;
  const n = Math.max(1, m.question?.n ?? 1);
  const requests = {
    arrive: () => stage.arrive(as),
    leave: () => stage.call('leave', {}, { as }),
    ask: () => stage.call('askToSpeak', { side: 'side' in step ? step.side : '' }, { as }),
    withdraw: () => stage.call('withdrawAsk', {}, { as }),
    next: () => stage.call('callNext', {}, { as }),
    endSpeech: () => stage.call('endSpeech', {}, { as }),
    put: () => stage.call('putQuestion', { text: '是否同意' }, { as }),
    hand: () => stage.call('raiseHand', { n, choice: 'side' in step ? step.side : '' }, { as }),
    close: () => stage.call('closeQuestion', { n }, { as }),
  };
  return requests[step.do]();
};

/** What is known of the result of a question, by brute force from the paper. */
const resultOf = (m: Model) => {
  const hands = [...(m.question?.hands.values() ?? [])];
  const yes = hands.filter((one) => one === 'for').length;
  if (!quorate(m)) return 'noQuorum';
  return yes * 2 > Math.max(m.inside.size, hands.length) ? 'passed' : 'rejected';
};

/** One step against the house and on paper: both accept or refuse it, and both say the same of who is next and what was decided. */
const stepBoth = async (stage: Stage, people: readonly string[], m: Model, step: Step) => {
  const answer = await send(stage, people, m, step);
  const accepted = PLAY[step.do](m, step as never);
  expect({ step, status: answer.status === 200, said: answer.body['refused'] }).toMatchObject({ status: accepted });
  expect(answer.status).toBeLessThan(500);
  const said: Partial<Record<Step['do'], () => void>> = {
    next: () => expect(answer.body['personId']).toBe(people[m.speaker ?? -1]),
    close: () => expect(answer.body['outcome']).toBe(resultOf(m)),
  };
  if (accepted) said[step.do]?.();
};

test('in any order of coming, leaving, asking, speaking and voting the meeting stands as the paper says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const stage = stageMeeting(engine.endpoint);
      const chair = await stage.person('resident', 'chair');
      const people = [chair, ...(await stage.people(PEOPLE, 'resident', 'councilMember'))];
      await stage.openOne(chair, people);
      const m = freshModel();
      for (const step of steps) {
        stage.later(30_000);
        await stepBoth(stage, people, m, step);
      }
      const live = await stage.live(chair);
      expect(live).toMatchObject({ present: m.inside.size, needed: NEEDED, base: BASE, quorate: quorate(m) });
      if (m.question?.open) expect(live.question?.raised).toBe(m.question.hands.size);
      expect((await stage.lines(chair)).map(({ kind }) => kind)).toEqual(m.lines);
      stage.close();
    }),
    { numRuns: 12 },
  );
});

type Burst = readonly (readonly [number, string])[];
const sendBurst = (stage: Stage, people: readonly string[], burst: Burst) =>
  Promise.all(
    burst.map(([i, what]) => {
      const as = people[i] ?? '';
      const requests: Record<string, () => ReturnType<Stage['call']>> = {
        arrive: () => stage.arrive(as),
        leave: () => stage.call('leave', {}, { as }),
        hand: () => stage.call('raiseHand', { n: 1, choice: 'for' }, { as }),
      };
      return (requests[what] ?? requests['hand'])!();
    }),
  );
const count = <T>(all: readonly T[], wanted: T) => all.filter((one) => one === wanted).length;

test('many actors at once: every number is kept, no hand stands without a quorum, the minutes miss nothing', async () => {
  const act = fc.array(fc.tuple(who, fc.constantFrom('arrive', 'leave', 'hand')), { minLength: 8, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(act, async (burst) => {
      const stage = stageMeeting(engine.endpoint);
      const chair = await stage.person('resident', 'chair');
      const people = [chair, ...(await stage.people(PEOPLE, 'resident', 'councilMember'))];
      await stage.openOne(chair, people);
      await stage.call('putQuestion', { text: '是否同意' }, { as: chair });
      stage.later(30_000);
      const answers = await sendBurst(stage, people, burst);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const good = burst.filter((_, k) => answers[k]?.status === 200).map(([, what]) => what);
      const live = await stage.live(chair);
      expect(live.present).toBe(BASE + count(good, 'arrive') - count(good, 'leave'));
      expect(live.question?.raised).toBe(count(good, 'hand'));
      const { items } = (await stage.call('listAttendance', {}, { as: chair })).body as {
        items: { present: boolean }[];
      };
      expect(items.filter(({ present }) => present)).toHaveLength(live.present);
      const kinds = (await stage.lines(chair)).map(({ kind }) => kind);
      expect(count(kinds, 'quorum-lost') - count(kinds, 'quorum-regained')).toBe(live.quorate ? 0 : 1);
      const hands = (await stage.events()).filter(({ type }) => type === 'meetings.hand-raised');
      expect(new Set(hands.map(({ actor }) => actor)).size).toBe(hands.length);
      stage.close();
    }),
    { numRuns: 10 },
  );
});
