import { routeKey, type Contract, type Input, type Output, type Route } from '@gongzhi/shared/kernel/contract';
import type { Outcome } from './answer-of';
import { call, newKey, sessions } from './call';
import { platform } from './platform/platform';
import { add, forget, itemsOf, makeDrain, nextOf, restOf, settle, type Waiting } from './queue-core';
import { makeStore } from './store';

const KEY = 'queue';
export const queue = makeStore<readonly Waiting[]>(itemsOf(platform.storage.read(KEY)));

const change = (items: readonly Waiting[]) => {
  platform.storage.write(KEY, JSON.stringify(items));
  queue.set(items);
};

const routes = new Map<string, Route>();
/** Names the contracts whose commands may wait; app.tsx calls it once. */
export const queueFor = (...contracts: Contract[]): void => {
  for (const route of contracts.flatMap((contract) => Object.values(contract))) routes.set(routeKey(route), route);
};

const owner = () => sessions.get()?.personId ?? '';

const next = () =>
  nextOf(
    queue.get().filter(({ route }) => routes.has(route)),
    owner(),
  );
const sendAll = makeDrain({
  next,
  send: (item) => call(routes.get(item.route) as Route, item.input, { key: item.key }),
  settled: (key, outcome) => change(settle(queue.get(), key, outcome)),
});

let resting: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
const rest = (): void => {
  resting ??= setTimeout(() => {
    resting = undefined;
    tries += 1;
    void drain();
  }, restOf(tries));
};
/** Sends what waits, and tries again by itself while something does. Called when the app is shown and when the network returns. */
export const drain = async (): Promise<void> => {
  await sendAll();
  if (next()) rest();
  else tries = 0;
};

export const forgetSent = (key: string): void => change(forget(queue.get(), key));

/** Either the call's outcome, or `queued`: it is kept on the device and goes out by itself. */
export type Sending<T> = Outcome<T> & { queued?: true };

/** Keeps a command on the device; it goes out by itself when the network is back. `what` names it for the person. */
const keep = (route: Route, input: unknown, what: string, key: string): void => {
  change(
    add(queue.get(), { key, owner: owner(), route: routeKey(route), input: input as Record<string, unknown>, what }),
  );
  rest();
};

/**
 * Calls a command that may wait for the network: `send(councils.supportProposal, input, '附议《加装扶手》')`.
 * What asks for an answer at once (signing in, binding, a preview) uses `call`.
 * `later`: what is sent instead once it has waited, where that differs (a scan with its instant and proof).
 */
export const send = async <R extends Route>(
  route: R,
  input: Input<R>,
  what: string,
  later?: Input<R>,
): Promise<Sending<Output<R>>> => {
  const key = newKey();
  const outcome = await call(route, input, { key });
  if (outcome.ok || !outcome.broken || !outcome.offline || !sessions.get()) return outcome;
  keep(route, later ?? input, what, later ? newKey() : key);
  return { ...outcome, queued: true, says: '网络连接不上。已经存好，联网后自动发送。' };
};
