import type { Vote } from '@gongzhi/shared/votes/model';
import { markOf } from '@gongzhi/shared/votes/receipt';
import type { Receipt } from '../receipts';
import { fateOf, receiptFor, type CastParts } from './cast-once';

/**
 * The mark that goes with a named ballot: its code is made once, kept on this phone, and stays when the choice is changed.
 * None when the phone has no room for it: the ballot counts all the same.
 */
export const markFor = async (
  parts: Omit<CastParts, 'send'>,
  owner: string,
  vote: Pick<Vote, 'communityId' | 'voteId' | 'question'>,
): Promise<string | undefined> => {
  const { receipt, again } = await receiptFor(parts, owner, vote);
  try {
    if (!again) parts.receipts.keep(receipt);
  } catch {
    return undefined;
  }
  return markOf(vote.voteId, receipt.code);
};

/**
 * What a vote read afresh says of a receipt: it is the one that counts, another ballot stands (of the household, or of the
 * same person from another phone), or nobody knows yet.
 */
export const namedFate = (receipt: Receipt, vote: Pick<Vote, 'mine'>): 'recorded' | 'lost' | 'unknown' => {
  const fate = fateOf(receipt, vote);
  return fate === 'recorded' && receipt.state === 'recorded' ? 'unknown' : fate;
};
