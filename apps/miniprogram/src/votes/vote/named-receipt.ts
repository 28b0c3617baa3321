import type { Vote } from '@gongzhi/shared/votes/model';
import { CODE_CHARACTERS, markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { findReceipt, type Receipt } from '../receipts';
import type { CastParts } from './cast-once';

type Of = Pick<Vote, 'communityId' | 'voteId' | 'question'>;

/**
 * The mark that goes with a named ballot: its code is made once, kept on this phone, and stays when the choice is changed.
 * None when the phone has no room for it: the ballot counts all the same.
 */
export const markFor = async (
  { receipts, random, now }: Omit<CastParts, 'send'>,
  owner: string,
  { communityId, voteId, question }: Of,
): Promise<string | undefined> => {
  const kept = findReceipt(receipts.get(), { owner, voteId });
  if (kept) return markOf(voteId, kept.code);
  const code = newCode(await random(CODE_CHARACTERS));
  try {
    receipts.keep({ owner, communityId, voteId, question, code, at: now().toISOString(), state: 'sent' });
  } catch {
    return undefined;
  }
  return markOf(voteId, code);
};

/** What a vote read afresh says of a receipt: the reader's own ballot stands, somebody else's does, or nobody knows yet. */
export const namedFate = ({ state }: Receipt, { mine }: Pick<Vote, 'mine'>): 'recorded' | 'lost' | 'unknown' => {
  if (state === 'recorded' || !mine?.voted) return 'unknown';
  return mine.choice && !mine.channel ? 'recorded' : 'lost';
};
