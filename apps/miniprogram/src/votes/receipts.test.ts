import { findReceipt, makeReceipts, type Receipt } from './receipts';

const RECEIPT: Receipt = {
  owner: 'A',
  communityId: '310110009001',
  voteId: 'V1',
  question: '种不种树',
  code: '7K2M-9QXD-0HWT-4BRA',
  at: '2026-11-24T01:00:00.000Z',
  state: 'sent',
};
const memory = (kept = new Map<string, string>()) => ({
  kept,
  read: (key: string) => kept.get(key),
  write: (key: string, value: string) => void kept.set(key, value),
  remove: (key: string) => void kept.delete(key),
});

test('a receipt outlives the app, once a person and vote, newest first', () => {
  const storage = memory();
  const receipts = makeReceipts(storage);
  receipts.keep(RECEIPT);
  receipts.keep({ ...RECEIPT, voteId: 'V2' });
  receipts.keep({ ...RECEIPT, owner: 'B' });
  receipts.keep({ ...RECEIPT, state: 'recorded' });
  const again = makeReceipts(storage).get();
  expect(again.map(({ owner, voteId, state }) => [owner, voteId, state])).toEqual([
    ['A', 'V1', 'recorded'],
    ['B', 'V1', 'sent'],
    ['A', 'V2', 'sent'],
  ]);
  expect(findReceipt(again, { owner: 'A', voteId: 'V1' })?.state).toBe('recorded');
  expect(findReceipt(again, { owner: undefined, voteId: 'V1' })).toBeUndefined();
  receipts.drop({ owner: 'A', voteId: 'V1' });
  expect(findReceipt(receipts.get(), { owner: 'A', voteId: 'V1' })).toBeUndefined();
  expect(receipts.get()).toHaveLength(2);
});

test.each(['', 'nonsense', '{}', '[null, 1, {"owner":"A"}]'])(
  'what lies there and is no receipt is left out: %s',
  (text) => expect(makeReceipts(memory(new Map([['receipts', text]]))).get()).toEqual([]),
);
