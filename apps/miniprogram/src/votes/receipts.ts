import type { Storage } from '../kernel/platform/port';
import { makeStore, type Store } from '../kernel/store';

/** A receipt of a ballot as it lies on the phone. What was chosen is not in it and is kept nowhere else either. */
export interface Receipt {
  /** Who cast it: a phone may be two people's. */
  owner: string;
  communityId: string;
  voteId: string;
  question: string;
  code: string;
  /** When the code was made, ISO 8601. */
  at: string;
  /** `sent`: on its way and not answered yet, so that it may or may not count. */
  state: 'sent' | 'recorded';
}

const KEY = 'receipts';
const TEXTS = ['owner', 'communityId', 'voteId', 'question', 'code', 'at', 'state'] as const;
const isReceipt = (x: unknown): x is Receipt =>
  typeof x === 'object' && x !== null && TEXTS.every((k) => typeof (x as Record<string, unknown>)[k] === 'string');

const receiptsOf = (text: string | undefined): Receipt[] => {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isReceipt) : [];
  } catch {
    return [];
  }
};

export interface Receipts extends Store<readonly Receipt[]> {
  /** Puts a receipt in, or over the one of the same person and vote. @throws when the phone is full */
  keep: (receipt: Receipt) => void;
  drop: (receipt: Pick<Receipt, 'owner' | 'voteId'>) => void;
}
const isSame = (a: Pick<Receipt, 'owner' | 'voteId'>, b: Pick<Receipt, 'owner' | 'voteId'>): boolean =>
  a.owner === b.owner && a.voteId === b.voteId;

/** A person's receipt in a vote, among those of the phone. */
export const findReceipt = (
  items: readonly Receipt[],
  whose: { owner: string | undefined; voteId: string },
): Receipt | undefined => items.find(({ owner, voteId }) => owner === whose.owner && voteId === whose.voteId);

/** The receipts of a phone, newest first. */
export const makeReceipts = (storage: Storage): Receipts => {
  const store = makeStore<readonly Receipt[]>(receiptsOf(storage.read(KEY)));
  const change = (items: readonly Receipt[]) => {
    storage.write(KEY, JSON.stringify(items));
    store.set(items);
  };
  return {
    ...store,
    keep: (receipt) => change([receipt, ...store.get().filter((one) => !isSame(one, receipt))]),
    drop: (receipt) => change(store.get().filter((one) => !isSame(one, receipt))),
  };
};
