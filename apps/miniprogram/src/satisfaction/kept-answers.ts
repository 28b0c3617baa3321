import type { Level } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Storage } from '../kernel/platform/port';
import { makeStore, type Store } from '../kernel/store';

/** An answer as it lies on the phone that gave it, and nowhere else. */
export interface KeptAnswer {
  /** Who gave it: a phone may be two people's. */
  owner: string;
  communityId: string;
  roundId: string;
  subject: string;
  title: string;
  level: Level;
  ticket: string;
  /** ISO 8601. */
  at: string;
  /** `sent`: on its way and not answered yet. */
  state: 'sent' | 'recorded';
}
type Whose = Pick<KeptAnswer, 'owner' | 'roundId' | 'subject'>;

const KEY = 'satisfaction answers';
/** The newest are kept: as many as are asked for at once. */
const MOST = 20;
const TEXTS = ['owner', 'communityId', 'roundId', 'subject', 'title', 'level', 'ticket', 'at', 'state'] as const;
const isKept = (x: unknown): x is KeptAnswer =>
  typeof x === 'object' && x !== null && TEXTS.every((k) => typeof (x as Record<string, unknown>)[k] === 'string');
const keptIn = (text: string | undefined): KeptAnswer[] => {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
};
const isSame = (a: Whose, b: Whose): boolean =>
  a.owner === b.owner && a.roundId === b.roundId && a.subject === b.subject;

export interface KeptAnswers extends Store<readonly KeptAnswer[]> {
  find: (whose: Whose) => KeptAnswer | undefined;
  keep: (answer: KeptAnswer) => void;
  drop: (whose: Whose) => void;
}
/** The answers of a phone, the newest first. */
export const makeKeptAnswers = (storage: Storage): KeptAnswers => {
  const store = makeStore<readonly KeptAnswer[]>(keptIn(storage.read(KEY)));
  const change = (items: readonly KeptAnswer[]) => {
    storage.write(KEY, JSON.stringify(items));
    store.set(items);
  };
  const others = (whose: Whose) => store.get().filter((one) => !isSame(one, whose));
  return {
    ...store,
    find: (whose) => store.get().find((one) => isSame(one, whose)),
    keep: (answer) => change([answer, ...others(answer)].slice(0, MOST)),
    drop: (whose) => change(others(whose)),
  };
};
