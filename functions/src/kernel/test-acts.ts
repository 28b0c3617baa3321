import { isCommand, type Contract, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { cancelled, cutOff, named, type Faults } from './test-faults';
import type { Answered, Stage } from './test-stage';

type Input = Record<string, unknown>;
/** A command somebody gives: what is asked is new each time. For tests. */
export interface Act<C extends Contract> {
  name: keyof C & string;
  as: () => string;
  input: () => Promise<Input>;
  /** What makes it another request under the same key. */
  other: Input;
  /** What phones hear that ask for the same at once under keys of their own; none where each asks for something of its own. */
  second?: RefusalCode;
}
const saidOf = ({ status, body }: Answered) => (status === 200 ? 'done' : String(body['refused']));
const eight = (ask: (n: number) => Promise<Answered>) => Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)));

/** Phones lose answers and ask again: every command of a slice is done once, and whoever asks again hears what was said first. */
export const testRepeats = <C extends Contract>(contract: C, stage: () => Stage<C>, acts: readonly Act<C>[]): void => {
  test('every command is repeated here', () => {
    const commands = Object.entries<Route>(contract).filter(([, route]) => isCommand(route));
    expect(acts.map(({ name }) => name).sort()).toEqual(commands.map(([name]) => name).sort());
  });

  test.each(acts)('$name again with its key hears the first answer, later too, and changes nothing', async (act) => {
    const { call, dump, world, id } = stage();
    const [input, key, as] = [await act.input(), id(), act.as()];
    const ask = (what = input) => call(act.name, what, { as, key });
    const first = await ask();
    const most = (contract[act.name] as Route).units ?? 8;
    expect([first.status, first.units.write <= most, first.body]).toEqual([200, true, first.body]);
    const before = await dump();
    world.now = new Date(world.now.getTime() + 1_000);
    const again = await ask();
    expect([again.status, again.body, again.headers['idempotent-replayed']]).toEqual([200, first.body, 'true']);
    expect(again.units.write).toBe(0);
    const reused = await ask({ ...input, ...act.other });
    expect([reused.status, reused.body]).toEqual([422, { refused: 'KEY_REUSED' }]);
    expect(await dump()).toEqual(before);
  });

  test.each(acts)('$name by eight phones at once with one key is done once, and all hear the same', async (act) => {
    const { call, said, id } = stage();
    const [input, key, as] = [await act.input(), id(), act.as()];
    const events = said.length;
    const heard = await eight(() => call(act.name, input, { as, key }));
    expect(heard.map(saidOf)).toEqual(Array<string>(8).fill('done'));
    expect(new Set(heard.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(said.length - events).toBe(1);
  });

  const alone = acts.filter(({ second }) => second);
  if (alone.length > 0)
    test.each(alone)(
      '$name by eight phones with keys of their own is done once; the others hear $second',
      async (act) => {
        const { call, said } = stage();
        const [input, events, as] = [await act.input(), said.length, act.as()];
        const heard = await eight(() => call(act.name, input, { as }));
        expect(heard.map(saidOf).sort()).toEqual([...Array<string>(7).fill(act.second ?? ''), 'done'].sort());
        expect(said.length - events).toBe(1);
      },
    );
};

/** The table throttles, contends, answers too late or breaks: an act is done once or not at all, and never by half. */
export const testFaults = <C extends Contract>(
  stage: () => Stage<C>,
  faults: Faults,
  acts: readonly Act<C>[],
): void => {
  const prepare = async (act: Act<C>) => {
    const { call, dump, said, id, eventOf } = stage();
    const [asked, as, key] = [await act.input(), act.as(), id()];
    const [before, events] = [await dump(), said.length];
    return { ask: () => call(act.name, asked, { as, key }), written: () => eventOf(as, key), before, events };
  };
  afterEach(() => faults.calm());

  test.each(acts)('$name is done once when the table throttles or contends for a while', async (act) => {
    for (const code of ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']) {
      const { ask, written } = await prepare(act);
      faults.meet({ on: 'TransactWriteItems', times: 2, error: cancelled(code) });
      const heard = await ask();
      expect([code, heard.status, faults.met(), (await written())?.answer]).toEqual([code, 200, 2, heard.body]);
      faults.calm();
    }
  });

  test.each(acts)('$name under contention without end is BUSY with nothing written, and done after it', async (act) => {
    const { ask, before, written } = await prepare(act);
    faults.meet({ on: 'TransactWriteItems', times: Infinity, error: cancelled('TransactionConflict') });
    const heard = await ask();
    expect([heard.status, heard.body]).toEqual([503, { refused: 'BUSY' }]);
    expect([await stage().dump(), await written()]).toEqual([before, undefined]);
    faults.calm();
    expect((await ask()).status).toBe(200);
  });

  test.each(acts)('$name of which every answer was lost stands, and asking again tells what was done', async (act) => {
    const { ask, written } = await prepare(act);
    faults.meet({ on: 'TransactWriteItems', times: Infinity, error: cutOff, after: true });
    const lost = await ask();
    expect([lost.status, Object.keys(lost.body)]).toEqual([500, ['requestId']]);
    faults.calm();
    const [stands, before] = [await written(), await stage().dump()];
    const again = await ask();
    expect([again.status, again.body, again.headers['idempotent-replayed']]).toEqual([200, stands?.answer, 'true']);
    expect(await stage().dump()).toEqual(before);
  });

  test.each(acts)('$name that breaks is a bare 500 that tells nothing, and nothing is written', async (act) => {
    const { ask, before } = await prepare(act);
    faults.meet({ on: 'TransactWriteItems', times: Infinity, error: named('SomethingNew') });
    const heard = await ask();
    expect([heard.status, heard.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
    faults.calm();
    expect(await stage().dump()).toEqual(before);
    expect((await ask()).status).toBe(200);
  });
};

/** A refusal: of which route, which, when, whose, and the input it comes to. */
export type Case<C extends Contract> = [
  name: keyof C & string,
  code: RefusalCode,
  when: string,
  as: () => string,
  input: () => Promise<Input>,
];

/** Every refusal the contract declares is made to happen through the front door, and nothing is written. */
export const testRefusals = <C extends Contract>(
  contract: C,
  stage: () => Stage<C>,
  cases: readonly Case<C>[],
): void => {
  test('every refusal that is declared is made to happen here, and no other', () => {
    const routes = Object.entries<Route>(contract);
    const declared = routes.flatMap(([name, { refusals }]) => refusals.map((code) => `${name} ${code}`));
    expect([...new Set(cases.map(([name, code]) => `${name} ${code}`))].sort()).toEqual(declared.sort());
  });

  test.each(cases)('%s %s: %s', async (...[name, code, , as, input]: Case<C>) => {
    const { call, dump, world } = stage();
    const given = await input();
    let before = await dump();
    const act = world.meanwhile;
    if (act)
      world.meanwhile = async () => {
        await act();
        before = await dump();
      };
    const heard = await call(name, given, { as: as() });
    world.check = { suggest: 'pass', label: 100 };
    expect([heard.status, heard.body]).toMatchObject([REFUSALS[code][0], { refused: code }]);
    expect([world.meanwhile, await dump()]).toEqual([undefined, before]);
  });
};

/** Every route but the public ones is for those of the community who hold the role, signed in, and consenting. */
export const testAccess = <C extends Contract>(
  contract: C,
  stage: () => Stage<C>,
  whole: (name: string) => Input,
): void => {
  const routes = Object.entries<Route>(contract);
  test.each(routes.filter(([, { access }]) => access !== 'public'))(
    '%s is closed to visitors, to strangers and to roles it does not name',
    async (name, { access }) => {
      const { call, person } = stage();
      const all = ['resident', 'owner', 'worker', 'branchSecretary', 'unitContact', 'chair'] as const;
      const shut = access === 'person' ? [] : all.filter((role) => !access.includes(role));
      const said = async (as?: string) => (await call(name, whole(name), { as })).body['refused'];
      expect(await said()).toBe('NOT_SIGNED_IN');
      expect(await said(stage().id())).toBe('SESSION_ENDED');
      if (shut.length > 0) expect(await said(await person([...shut]))).toBe('NOT_ELIGIBLE');
    },
  );
  test('no command is open to visitors', () => {
    expect(routes.filter(([, route]) => isCommand(route) && route.access === 'public')).toEqual([]);
  });
};
