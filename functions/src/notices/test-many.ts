import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import { verdictOfFailure } from '@gongzhi/shared/notices/sending';
import { subscriptionKey } from '../kernel/reachable';
import { SEND, stageSending, type SendingStage } from './test-sending';

/** What WeChat and the line do to one in a hundred each, besides that nothing is left of an accept (43101) and that no connection is made. */
const OFTEN = [43107, 40003, 43108, -1, 45011, 40001, 40014, 42001, 'garbage', 'down', 'timeout', 'lost'] as const;
/** What halts the whole sending, for a day or an hour: to one in a thousand each. */
const HALTING = [45009, 40037] as const;
const IN_A_HUNDRED = 10;
const ACCEPTS = 2;
/** Pushes that come in at once, and the balances that one request reads. */
const [LANES, READ] = [5, 100];
const TIMEOUT_MS = 300;
const SETTLED_MS = 31 * 60_000;

/** Heap in bytes after a collection, at `early` recipients and at all of them. */
interface Grown {
  early: number;
  all: number;
}
/** What was measured of one notice to many. */
export interface ManyMeasured {
  seconds: { tell: number; send: number };
  heap: { tell: Grown; send: Grown };
  /** Write units of everything from the first page told to the last unclear one settled, by recipients. */
  writes: number;
  /** Answers of WeChat and of the line that were spoilt. */
  spoilt: number;
  /** Recipients with one final state; those whose state is not what WeChat knows; those sent to twice; whose balance differs. */
  final: number;
  untrue: number;
  twice: number;
  differing: number;
  /** Whether the figures that a page shows are those counted one by one. */
  counted: boolean;
}
export interface ManyWanted {
  recipients: number;
  early: number;
}
type HeapOf = () => number;

/** Numbers from 0 to 999 that look like chance and are the same on each run. */
const createLuck = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * 1_000);
};

/** Spoils WeChat's answers and the line; how often it did. */
const spoil = ({ wechat, sending }: SendingStage) => {
  const luck = createLuck(7);
  const often = OFTEN.map((fault) => ({ fault, perMille: IN_A_HUNDRED }));
  const halting = HALTING.map((fault) => ({ fault, perMille: 1 }));
  const below = often.length * IN_A_HUNDRED + halting.length;
  let spoilt = 0;
  const drawn = (under: number) => {
    const n = luck();
    spoilt += n < under ? 1 : 0;
    return n;
  };
  wechat.control.failOften(SEND, [...often, ...halting], () => drawn(below));
  const { call } = sending;
  sending.call = async (letter) =>
    drawn(IN_A_HUNDRED) < IN_A_HUNDRED ? verdictOfFailure({ sending: true, reason: 'unsent' }) : call(letter);
  return () => spoilt;
};

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> => {
  const from = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - from) / 1_000 };
};

const tellAll = async ({ stage }: SendingStage, id: string, early: number, heapOf: HeapOf): Promise<Grown> => {
  let at: number | undefined;
  while (await stage.step(id, id)) {
    if (at === undefined && ((await stage.job(id, id))?.people ?? 0) >= early) at = heapOf();
  }
  return { early: at ?? Number.NaN, all: heapOf() };
};

const sendAll = async (it: SendingStage, id: string, early: number, heapOf: HeapOf): Promise<Grown> => {
  const { call } = it.sending;
  let [calls, at] = [0, Number.NaN];
  it.sending.call = (letter) => {
    calls += 1;
    if (calls === early) at = heapOf();
    return call(letter);
  };
  for (let runs = 0; runs < 500; runs += 1) {
    await it.send(id);
    const { state, wake = '' } = await it.job(id);
    if (state === 'over') return { early: at, all: heapOf() };
    it.pass(Math.max(1_000, (Date.parse(wake) || 0) - it.world.now.getTime()));
  }
  throw new Error(`never over: ${it.said.map(String).slice(-2).join()}`);
};

/** WeChat pushes of each message it delivered, then says nothing more for half an hour. */
const hearAll = async (it: SendingStage): Promise<void> => {
  const openids = it.wechat.control.sent().map(({ openid }) => openid);
  const lane = async () => {
    for (let openid = openids.pop(); openid; openid = openids.pop()) await it.push(openid, 'sent', { ErrorCode: 0 });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  it.pass(SETTLED_MS);
  await it.tick();
};

/** How many of those whose balance is not what can be known of it. */
const differingIn = async (
  { repo }: SendingStage,
  ids: readonly string[],
  knownOf: (one: string) => number,
): Promise<number> => {
  let differing = 0;
  for (let from = 0; from < ids.length; from += READ) {
    const some = ids.slice(from, from + READ);
    const keys = some.map((id) => subscriptionKey(id, 'notice'));
    const find = await repo.pages.getAll(keys, { consistent: true });
    const ours = (id: string) => find<{ balance: number }>(subscriptionKey(id, 'notice'))?.balance;
    differing += some.filter((one) => ours(one) !== knownOf(one)).length;
  }
  return differing;
};

/**
 * What can be known of a person's balance: WeChat's. Of an accept that WeChat has forgotten it tells with 43101 alone: whoever's
 * answer was another keeps what was counted.
 */
const knownBy = ({ wechat }: SendingStage, forgotten: ReadonlySet<string>, outcomes: Map<string, Outcome>) => {
  const isUntold = (one: string) => forgotten.has(one) && outcomes.get(one) !== 'notSubscribed';
  return (one: string) => (isUntold(one) ? ACCEPTS : wechat.control.balance(one, 'tmplNotice'));
};

const check = async (it: SendingStage, id: string, ids: readonly string[], forgotten: ReadonlySet<string>) => {
  const [outcomes, received] = [await it.outcomes(id), it.received()];
  const { waiting, ...tally } = await it.tally(id);
  const job: Record<string, unknown> = { ...(await it.job(id)) };
  const figures = { told: ids.length, ...tally };
  const isFinal = (one: string) => !['waiting', 'unclear', undefined].includes(outcomes.get(one));
  return {
    final: ids.filter(isFinal).length,
    untrue: ids.filter((one) => (outcomes.get(one) === 'delivered') !== received.has(one)).length,
    twice: [...received.values()].filter((times) => times > 1).length,
    differing: await differingIn(it, ids, knownBy(it, forgotten, outcomes)),
    counted: waiting === 0 && outcomes.size === ids.length && isDeepStrictEqual({ ...job, ...figures }, job),
  };
};

/** Tells and sends one announcement to many on a running engine, with every error there is: see ManyMeasured. */
export const measureNotices = async (
  endpoint: string,
  { recipients, early }: ManyWanted,
  heapOf: HeapOf,
): Promise<ManyMeasured> => {
  const it = await stageSending(endpoint, { timeoutMs: TIMEOUT_MS });
  const ids = await it.people(recipients, ACCEPTS);
  const forgotten = new Set(ids.filter((_, i) => i % 100 === 3));
  for (const one of forgotten) it.wechat.control.setBalance(one, 'tmplNotice', 0);
  const spoilt = spoil(it);
  const id = await it.announce();
  const { value, units } = await it.metered(async () => {
    const tell = await timed(() => tellAll(it, id, early, heapOf));
    const send = await timed(() => sendAll(it, id, early, heapOf));
    await hearAll(it);
    return { tell, send };
  });
  const { tell, send } = value;
  const measured = {
    seconds: { tell: tell.seconds, send: send.seconds },
    heap: { tell: tell.value, send: send.value },
    ...{ writes: units.write / recipients, spoilt: spoilt() },
    ...(await check(it, id, ids, forgotten)),
  };
  await it.stop();
  return measured;
};
