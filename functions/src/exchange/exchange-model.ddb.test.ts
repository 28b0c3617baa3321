import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { RULE, TABLES, stageExchange, type Stage } from './test-exchange';

/** What a small town does with points, in any order, repeated and at once, against a model that only adds up. */
let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());

const PEOPLE = [0, 1, 2];
const SHIFTS = [0, 1, 2, 3];
const OFFERS = [
  { title: '洗衣液', kind: 'good', about: '到站领取', points: 15, stock: 2 },
  { title: '理发', kind: 'help', about: '活动室', points: 8, stock: 3 },
] as const;
type Which = 0 | 1;
const which = fc.constantFrom<Which>(0, 1);
const who = fc.constantFrom(...PEOPLE);
const nth = fc.nat(20);
const step = fc.oneof(
  fc.record({
    do: fc.constant('serve' as const),
    who,
    shift: fc.constantFrom(...SHIFTS),
    minutes: fc.integer({ min: -90, max: 240 }),
  }),
  fc.record({ do: fc.constant('repeat' as const), nth }),
  fc.record({ do: fc.constant('take' as const), who, which }),
  fc.record({ do: fc.constant('end' as const), nth, how: fc.constantFrom('handed', 'cancelled', 'withdrawn') }),
  fc.record({ do: fc.constant('stock' as const), which, more: fc.integer({ min: -2, max: 2 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Doing<D extends Step['do']> = Extract<Step, { do: D }>;

interface Ordered {
  orderId: string;
  who: number;
  which: Which;
  open: boolean;
}
const priceOf = (offer: Which) => OFFERS[offer].points * PARTS;

/** Only adds up: hours of a shift count from the first that are more than nothing, and then all of them. */
class Model {
  stock: [number, number] = [OFFERS[0].stock, OFFERS[1].stock];
  orders: Ordered[] = [];
  told: unknown[] = [];
  private hours = new Map<string, number[]>();

  serve(person: number, shift: number, minutes: number) {
    const key = `${person}#${shift}`;
    this.hours.set(key, [...(this.hours.get(key) ?? []), minutes]);
  }
  minutesOf(person: number): number {
    return [...this.hours]
      .filter(([key, all]) => key.startsWith(`${person}#`) && all.some((minutes) => minutes > 0))
      .reduce((sum, [, all]) => sum + all.reduce((one, minutes) => one + minutes, 0), 0);
  }
  /** Points of hours less what is paid; a cancelled order is no order any more. */
  partsOf(person: number): number {
    const paid = this.orders
      .filter((order) => order.who === person)
      .reduce((sum, order) => sum + priceOf(order.which), 0);
    return this.minutesOf(person) * RULE.perRecordedHour - paid;
  }
  whyNot(person: number, offer: Which): string | undefined {
    if (this.stock[offer] < 1) return 'SOLD_OUT';
    return this.partsOf(person) < priceOf(offer) ? 'POINTS_SHORT' : undefined;
  }
  end(order: Ordered, handed: boolean) {
    order.open = false;
    if (handed) return;
    this.stock[order.which] += 1;
    this.orders = this.orders.filter((one) => one !== order);
  }
}

const buildTown = async () => {
  const stage = stageExchange(engine.endpoint);
  const worker = await stage.person(['worker']);
  await stage.call('setRule', RULE, { as: worker });
  const people = await Promise.all(PEOPLE.map(() => stage.person()));
  const offers: string[] = [];
  for (const offer of OFFERS) {
    const { body } = await stage.call('addOffer', { ...offer }, { as: worker });
    offers.push(String(body['offerId']));
  }
  const shifts = SHIFTS.map(() => ({ shiftId: stage.id(), activityId: stage.id() }));
  /** What a call came to in a word. */
  const say = async (...call: Parameters<Stage['call']>) => {
    const { status, body } = await stage.call(...call);
    return { said: status === 200 ? undefined : body['refused'], body };
  };
  return { stage, worker, people, offers, shifts, say, model: new Model() };
};
type Town = Awaited<ReturnType<typeof buildTown>>;

const acts = {
  serve: ({ stage, model, people, shifts }: Town, { who: person, shift, minutes }: Doing<'serve'>) => {
    const event = stage.entered(people[person] ?? '', minutes, { ...shifts[shift] });
    model.told.push(event);
    model.serve(person, shift, minutes);
    return stage.bring(event);
  },
  repeat: ({ stage, model }: Town, { nth: n }: Doing<'repeat'>) =>
    stage.bring(model.told[n % Math.max(1, model.told.length)]),
  take: async ({ model, people, offers, say }: Town, { who: person, which: offer }: Doing<'take'>) => {
    const input = { offerId: offers[offer], points: OFFERS[offer].points };
    const { said, body } = await say('takeOffer', input, { as: people[person] ?? '' });
    expect(said).toBe(model.whyNot(person, offer));
    if (said) return;
    model.stock[offer] -= 1;
    model.orders.push({ orderId: String(body['orderId']), who: person, which: offer, open: true });
  },
  end: async ({ model, people, worker, say }: Town, { nth: n, how }: Doing<'end'>) => {
    const order = model.orders[n % Math.max(1, model.orders.length)];
    if (!order) return;
    const [orderId, personId] = [order.orderId, people[order.who] ?? ''];
    const { said } =
      how === 'withdrawn'
        ? await say('withdrawOrder', { orderId }, { as: personId })
        : await say('endOrder', { orderId, personId, end: how }, { as: worker });
    expect(said).toBe(order.open ? undefined : 'ALREADY_DECIDED');
    if (!said) model.end(order, how === 'handed');
  },
  stock: async ({ model, offers, worker, say }: Town, { which: offer, more }: Doing<'stock'>) => {
    const { stock: _, ...listing } = OFFERS[offer];
    const { said } = await say('changeOffer', { ...listing, offerId: offers[offer], more, open: true }, { as: worker });
    expect(said).toBe(model.stock[offer] + more < 0 ? 'STOCK_SHORT' : undefined);
    if (!said) model.stock[offer] += more;
  },
};
const act = (town: Town, one: Step): Promise<void> => acts[one.do](town, one as never);

/** Every entry of somebody, page by page. */
const entriesOf = async ({ stage }: Town, as: string) => {
  const all: { parts: number; state?: string }[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await stage.call('listEntries', cursor ? { cursor } : {}, { as });
    all.push(...(body['items'] as typeof all));
    cursor = body['next'] as string | undefined;
    if (!cursor) return all;
  }
};

/** An account is the sum of its entries and what the model says; nothing was sold that was not there. */
const settle = async (town: Town) => {
  const { stage, model, people, offers } = town;
  for (const [i, personId] of people.entries()) {
    const parts = model.partsOf(i);
    expect(await stage.account(personId)).toEqual({
      ...{ balance: Math.max(0, parts), debt: Math.max(0, -parts), recorded: model.minutesOf(i), honorary: 0 },
    });
    const entries = await entriesOf(town, personId);
    expect(entries.reduce((sum, entry) => sum + entry.parts, 0)).toBe(parts);
    const waiting = model.orders.filter((order) => order.who === i && order.open);
    expect(entries.filter(({ state }) => state === 'waiting')).toHaveLength(waiting.length);
  }
  const left = await Promise.all(
    offers.map(async (offerId) => (await stage.call('readOffer', { offerId })).body['stock']),
  );
  expect(left).toEqual(model.stock);
};

test('whatever a town does with points in whatever order, every account is the sum of its entries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const town = await buildTown();
      for (const one of steps) await act(town, one);
      await settle(town);
      await Promise.all(town.model.told.map((event) => town.stage.bring(event)));
      await settle(town);
      town.stage.close();
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
