import { markOf } from '@gongzhi/shared/votes/receipt';
import { makeReceipts, type Receipt } from '../receipts';
import { markFor, namedFate } from './named-receipt';

const VOTE = { communityId: '310104013001', voteId: '01KATQ8M3N5P7R9S1T2V4W6X8Y', question: '装不装' };
const OWNER = '01KATQ8M3N5P7R9S1T2V4W6X8Z';
const phone = (full = false) => {
  const kept = new Map<string, string>();
  const receipts = makeReceipts({
    read: (key: string) => kept.get(key),
    write: (key: string, text: string) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
    remove: (key: string) => void kept.delete(key),
  } as never);
  let next = 0;
  const random = async (length: number) => Uint8Array.from({ length }, (_, i) => (next += 1) * 7 + i);
  return { receipts, random, now: () => new Date('2026-11-26T00:00:00.000Z') };
};

describe('the receipt of a named ballot', () => {
  it('is made once and kept before anything is sent; a changed choice goes with the same mark', async () => {
    const parts = phone();
    const first = await markFor(parts, OWNER, VOTE);
    const [kept] = parts.receipts.get();
    expect(kept).toMatchObject({ owner: OWNER, voteId: VOTE.voteId, state: 'sent' });
    expect(first).toBe(markOf(VOTE.voteId, kept?.code ?? ''));
    expect(await markFor(parts, OWNER, VOTE)).toBe(first);
    expect(parts.receipts.get()).toHaveLength(1);
  });

  it('holds no choice', async () => {
    const parts = phone();
    await markFor(parts, OWNER, VOTE);
    expect(JSON.stringify(parts.receipts.get())).not.toMatch(/for|against|abstain/);
  });

  it('is another on each phone and for each person', async () => {
    const parts = phone();
    expect(await markFor(parts, OWNER, VOTE)).not.toBe(await markFor(parts, 'somebody else', VOTE));
  });

  it('is done without on a full phone', async () => expect(await markFor(phone(true), OWNER, VOTE)).toBeUndefined());

  const CODE = '7K2M9QXD7K2M9QXD';
  const own = markOf(VOTE.voteId, CODE);
  const mine = (more: object) => ({ mine: { onRoll: true, voted: true, units: [], ...more } });
  it.each([
    ['recorded', 'when its mark stands', 'sent', mine({ choice: 'for', mark: own })],
    ['unknown', 'when that is known already', 'recorded', mine({ choice: 'for', mark: own })],
    ['lost', 'when another of the household voted', 'sent', mine({})],
    ['lost', 'when a paper stands, whose choice is shown', 'sent', mine({ choice: 'for', channel: 'paper' })],
    ['lost', 'when the same person voted anew from another phone', 'recorded', mine({ mark: 'a'.repeat(64) })],
    ['unknown', 'when nobody voted', 'sent', { mine: { onRoll: true, voted: false, units: [] } }],
    ['unknown', 'for a visitor', 'sent', {}],
  ] as const)('is %s %s', (fate, _, state, vote) =>
    expect(namedFate({ ...VOTE, owner: OWNER, code: CODE, at: '', state } as Receipt, vote as never)).toBe(fate),
  );
});
