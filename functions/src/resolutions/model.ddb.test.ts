import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { FOLLOW_UP_DEFAULTS as RULE } from '@gongzhi/shared/resolutions/rule-sets';
import { standing, stageFollowUp, type Stage } from './test-follow-up';

/**
 * Acts of many people in any order against a plain account of what should stand: no rule, key or condition of the slice
 * is used in it. After every act the state that is read must be the account's, and so must the events at the end.
 */
let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'procedures', 'resolutions']);
});
afterAll(() => engine.stop());

interface Account {
  state: string;
  round: number;
  reopens: number;
  extensions: number;
  yes: Set<string>;
  no: Set<string>;
  seconds: Set<string>;
  doneAt: number;
  completed: boolean;
  due: number;
}
type Cast = Awaited<ReturnType<typeof standing>> & { neighbours: string[]; taskId: string };
type Act =
  | { act: 'progress'; state: 'doing' | 'blocked' | 'done' }
  | { act: 'extend'; days: number }
  | { act: 'accept' | 'sendBack'; who: number }
  | { act: 'second'; who: number }
  | { act: 'wait'; days: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('progress' as const),
      state: fc.constantFrom('doing' as const, 'blocked' as const, 'done' as const, 'done' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('extend' as const), days: fc.integer({ min: -3, max: 9 }) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('accept' as const, 'sendBack' as const), who: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('second' as const), who: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 7) }) },
);
const DAY = 86_400_000;

/** Six who follow, the author first; past them neighbours. */
const personOf = (cast: Cast, who: number) => [cast.author, ...cast.supporters, ...cast.neighbours][who] ?? '';
const open = (account: Account) => !['done', 'accepted'].includes(account.state);
const isAsked = (account: Account, now: number) =>
  account.state === 'done' && now < account.doneAt + RULE.answerMinutes * 60_000;

const back = (account: Account) => Object.assign(account, { state: 'sentBack', reopens: account.reopens + 1 });
const decide = (account: Account, cast: Cast) => {
  const { yes, no, seconds } = account;
  if (no.has(cast.author) || (no.size > 0 && no.size + Math.floor(seconds.size / 3) >= 3)) back(account);
  else if (yes.has(cast.author) && no.size === 0) account.state = 'accepted';
};

const EXPECT: { [K in Act['act']]: (act: Extract<Act, { act: K }>, account: Account, cast: Cast) => boolean } = {
  progress: ({ state }, account) => {
    if (!open(account)) return false;
    account.state = state;
    if (state === 'done')
      Object.assign(account, {
        round: account.round + 1,
        yes: new Set(),
        no: new Set(),
        seconds: new Set(),
        doneAt: stage.world.now.getTime(),
      });
    return true;
  },
  extend: ({ days }, account) => {
    const due = account.due + days * DAY;
    if (!open(account) || days <= 0 || due <= stage.world.now.getTime()) return false;
    Object.assign(account, { due, extensions: account.extensions + 1 });
    return true;
  },
  accept: ({ who }, account, cast) => answer('yes', who, account, cast),
  sendBack: ({ who }, account, cast) => answer('no', who, account, cast),
  second: ({ who }, account, cast) => {
    const one = personOf(cast, who);
    const may =
      who > 4 && isAsked(account, stage.world.now.getTime()) && account.no.size > 0 && !account.seconds.has(one);
    if (!may) return false;
    account.seconds.add(one);
    decide(account, cast);
    return true;
  },
  wait: () => true,
};
const answer = (kind: 'yes' | 'no', who: number, account: Account, cast: Cast): boolean => {
  const one = personOf(cast, who);
  const said = account.yes.has(one) || account.no.has(one);
  if (who > 4 || !isAsked(account, stage.world.now.getTime()) || said) return false;
  account[kind].add(one);
  decide(account, cast);
  return true;
};
/** What the clock does to the account. */
const tick = (account: Account) => {
  if (account.state === 'done' && !isAsked(account, stage.world.now.getTime())) {
    if (account.no.size === 0 || account.yes.size > account.no.size) account.state = 'accepted';
    else back(account);
  }
  account.completed ||= account.state === 'accepted';
};

const dayOf = (due: number) => new Date(due - DAY + 8 * 3_600_000).toISOString().slice(0, 10);
const perform = async (act: Act, account: Account, cast: Cast): Promise<boolean> => {
  const ids = { ...cast.at, taskId: cast.taskId };
  if (act.act === 'wait') {
    stage.world.now = new Date(stage.world.now.getTime() + act.days * DAY);
    return true;
  }
  if (act.act === 'progress') return ok('progressTask', { ...ids, state: act.state }, cast.worker);
  if (act.act === 'extend')
    return ok(
      'extendTask',
      { ...ids, due: { date: dayOf(account.due + act.days * DAY) }, reason: '下雨' },
      cast.worker,
    );
  const as = personOf(cast, act.who);
  return act.act === 'second'
    ? ok('secondSendBack', ids, as)
    : ok('answerResult', { ...ids, verdict: act.act, reason: '说明' }, as);
};
const ok = async (...[name, input, as]: [Parameters<Stage['call']>[0], Record<string, unknown>, string]) => {
  const { status, body } = await stage.call(name, input, { as });
  if (status !== 200 && body['refused'] === undefined) throw new Error(JSON.stringify(body));
  return status === 200;
};

const shown = async (cast: Cast) => {
  const { body } = await stage.call('readTask', { ...cast.at, taskId: cast.taskId });
  const { state, round, reopens, extensions } = body;
  const { yes, no, seconds } = body['answers'] as Record<string, number>;
  return { state, round, reopens, extensions, yes, no, seconds, due: Date.parse(String(body['dueAt'])) };
};
const told = ({ yes, no, seconds, doneAt: _d, completed: _c, ...rest }: Account) => ({
  ...rest,
  yes: yes.size,
  no: no.size,
  seconds: seconds.size,
});

const run = async (all: readonly Act[]) => {
  stage = stageFollowUp(engine.endpoint);
  const made = await standing(stage, 4);
  const neighbours = await Promise.all(Array.from({ length: 4 }, () => stage.person()));
  const taskId = await made.addTask({ due: { date: '2026-12-01' } });
  const cast = { ...made, neighbours, taskId };
  const account: Account = {
    state: 'notStarted',
    round: 0,
    reopens: 0,
    extensions: 0,
    yes: new Set(),
    no: new Set(),
    seconds: new Set(),
    doneAt: 0,
    completed: false,
    due: Date.parse('2026-12-01T16:00:00.000Z'),
  };
  let done = 1;
  for (const act of all) {
    const performed = await perform(act, account, cast);
    expect({ act, performed }).toEqual({ act, performed: EXPECT[act.act](act as never, account, cast) });
    done += Number(performed && act.act !== 'wait');
    expect(await shown(cast)).toEqual(told(account));
    if (act.act !== 'wait') continue;
    await stage.flow(cast.proposalId);
    tick(account);
    expect(await shown(cast)).toEqual(told(account));
  }
  await stage.flow(cast.proposalId);
  tick(account);
  const events = (await stage.events(cast.proposalId)).filter(({ actor }) => actor !== 'system');
  expect(events).toHaveLength(done);
  expect(Boolean((await stage.call('readResolution', cast.at)).body['completedAt'])).toBe(account.completed);
  stage.close();
};

test('whatever people do in whatever order, what stands is what a plain account of it says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 24 }), run), { numRuns: 25 });
}, 120_000);
