import type { Input, Output } from '@gongzhi/shared/kernel/contract';
import type { secretVotes } from '@gongzhi/shared/votes/contract-secret';
import type { Choice, Vote } from '@gongzhi/shared/votes/model';
import { CODE_CHARACTERS, markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { padOf } from '@gongzhi/shared/votes/secret-rules';
import type { Outcome } from '../../kernel/answer-of';
import { findReceipt, type Receipt, type Receipts } from '../receipts';
import { refusedWords } from './secret-words';

type Route = typeof secretVotes.castSecret;
export interface CastParts {
  receipts: Receipts;
  random: (length: number) => Promise<Uint8Array>;
  send: (input: Input<Route>) => Promise<Outcome<Output<Route>>>;
  now: () => Date;
}
/** `unsure`: no answer came; the ballot may have arrived, and sending again with the same code makes no second one. */
export type Casting = { state: 'recorded' } | { state: 'refused' | 'unsure'; says: string };

/** Refusals that say: another ballot of this unit stands. */
const OTHERS = new Set(['HOUSEHOLD_VOTED', 'VOTED_ON_PAPER', 'VOTED_ASSISTED']);
const FULL = '手机存不下回执，这一票没有发出。请先清理手机空间再投。';

/** The receipt of a person's ballot in a vote: the one on this phone (`again`), or a new one that is not kept yet. */
export const receiptFor = async (
  { receipts, random, now }: Omit<CastParts, 'send'>,
  owner: string,
  { communityId, voteId, question }: Pick<Vote, 'communityId' | 'voteId' | 'question'>,
): Promise<{ receipt: Receipt; again: boolean }> => {
  const kept = findReceipt(receipts.get(), { owner, voteId });
  if (kept) return { receipt: kept, again: true };
  const code = newCode(await random(CODE_CHARACTERS));
  const at = now().toISOString();
  return { receipt: { owner, communityId, voteId, question, code, at, state: 'sent' }, again: false };
};

/**
 * Casts a secret ballot so that it can never become two: the code is kept on the phone before anything is sent, and every
 * further try sends its mark again. The choice is in the request and nowhere else.
 */
export const castOnce = async (
  parts: CastParts,
  owner: string,
  vote: Pick<Vote, 'communityId' | 'voteId' | 'question'>,
  choice: Choice,
): Promise<Casting> => {
  const { receipts, send } = parts;
  const { receipt, again } = await receiptFor(parts, owner, vote);
  try {
    receipts.keep(receipt);
  } catch {
    return { state: 'refused', says: FULL };
  }
  const { communityId, voteId } = vote;
  const outcome = await send({ communityId, voteId, choice, mark: markOf(voteId, receipt.code), pad: padOf(choice) });
  if (outcome.ok) {
    receipts.keep({ ...receipt, state: 'recorded' });
    return { state: 'recorded' };
  }
  if (outcome.broken) return { state: 'unsure', says: outcome.says };
  // an earlier try may have arrived all the same, unless another ballot is known to stand
  if (!again || OTHERS.has(outcome.refused ?? '')) receipts.drop(receipt);
  return { state: 'refused', says: refusedWords(outcome.refused, outcome.says) };
};

/** What a vote read afresh says of a receipt that was never answered: its ballot counts, another's does, or nobody knows yet. */
export const fateOf = ({ voteId, code }: Receipt, { mine }: Pick<Vote, 'mine'>): 'recorded' | 'lost' | 'unknown' => {
  if (!mine?.voted) return 'unknown';
  return mine.mark === markOf(voteId, code) ? 'recorded' : 'lost';
};
