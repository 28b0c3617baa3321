import type { Outcome } from './answer-of';

/** A command kept on the device until the API has answered it. `what` names it for the person: 附议《…》. */
export interface Waiting {
  key: string;
  owner: string;
  /** Route key (`POST /councils/{communityId}/…`): the contract is looked up when it is sent. */
  route: string;
  input: Record<string, unknown>;
  what: string;
  state: 'waiting' | 'sent' | 'refused';
  /** Why it was refused, as told to the person. */
  says?: string;
}

export const STATE_WORDS = { waiting: '待发送', sent: '已发送', refused: '被拒绝' } as const satisfies Record<
  Waiting['state'],
  string
>;

const KEPT = 20;

/** Adds a command at the end; the same key is the same command. Settled ones are kept to be read, the newest twenty. */
export const add = (items: readonly Waiting[], item: Omit<Waiting, 'state'>): Waiting[] => {
  if (items.some(({ key }) => key === item.key)) return [...items];
  const settled = items.filter(({ state }) => state !== 'waiting');
  const dropped = new Set(settled.slice(0, Math.max(0, settled.length - KEPT)).map(({ key }) => key));
  return [...items.filter(({ key }) => !dropped.has(key)), { ...item, state: 'waiting' }];
};

/** The first of this person's commands still waiting: order is kept, for a later one may rest on an earlier one. */
export const nextOf = (items: readonly Waiting[], owner: string): Waiting | undefined =>
  items.find((item) => item.owner === owner && item.state === 'waiting');

const NOT_THE_COMMANDS_FAULT = new Set(['NOT_SIGNED_IN', 'SESSION_ENDED', 'BUSY', 'TOO_MANY', 'CONSENT_NEEDED']);

/** What an answer does to a command: sent, refused with its sentence, or left waiting when it may still succeed unchanged. */
export const settle = (items: readonly Waiting[], key: string, outcome: Outcome<unknown>): Waiting[] =>
  items.map((item) => {
    if (item.key !== key) return item;
    if (outcome.ok) return { ...item, state: 'sent' };
    if (outcome.broken || (outcome.refused && NOT_THE_COMMANDS_FAULT.has(outcome.refused))) return item;
    return { ...item, state: 'refused', says: outcome.says };
  });

export const forget = (items: readonly Waiting[], key: string): Waiting[] => items.filter((item) => item.key !== key);

/** What the strip on every page says about the commands still waiting; nothing when there are none. */
export const waitingWords = (items: readonly Waiting[], owner: string | undefined): string | undefined => {
  const waiting = items.filter((item) => item.owner === owner && item.state === 'waiting');
  const [first] = waiting;
  return (
    first &&
    `${first.what}${waiting.length > 1 ? `等 ${waiting.length} 项` : ''}还没有发出去。联网后会自动发送，不需要重填。`
  );
};

const isItem = (x: unknown): x is Waiting =>
  typeof x === 'object' &&
  x !== null &&
  ['key', 'owner', 'route', 'what', 'state'].every((k) => typeof (x as Record<string, unknown>)[k] === 'string');

export const itemsOf = (text: string | undefined): Waiting[] => {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isItem) : [];
  } catch {
    return [];
  }
};

export interface Drain {
  next: () => Waiting | undefined;
  send: (item: Waiting) => Promise<Outcome<unknown>>;
  settled: (key: string, outcome: Outcome<unknown>) => void;
}

/**
 * Sends what waits, one after another, until nothing waits or one stays waiting. A drain that runs is joined, not doubled;
 * asked for meanwhile, it goes once more, for the network may have come back after a try that found none.
 */
export const makeDrain = ({ next, send, settled }: Drain): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let asked = false;
  const through = async () => {
    for (let item = next(); item; item = next()) {
      settled(item.key, await send(item));
      if (next()?.key === item.key) return;
    }
  };
  const run = async () => {
    while (asked) {
      asked = false;
      await through();
    }
  };
  return () => {
    asked = true;
    return (running ??= run().finally(() => {
      running = undefined;
    }));
  };
};

const FIRST_MS = 5_000;
const LONGEST_MS = 60_000;
/** How long what could not be sent `tries` times rests before it is tried again by itself, in milliseconds. */
export const restOf = (tries: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
