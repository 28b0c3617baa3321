import { createHmac } from 'node:crypto';
import { INVITE } from '@gongzhi/shared/directory/rules';
import { base32 } from '@gongzhi/shared/kernel/ids';

/** Leading characters of a household's code name its batch: 32,768 batches a community. */
const TAG = 3;

/**
 * What is derived from the pepper and never stored in clear: the same input gives the same text for as long as the pepper
 * stays. A code's last seven characters (35 bits) are secret; with ten wrong guesses an hour a sheet of 600 is guessed
 * once in some 650 years of one guesser.
 */
export const deriveCodes = (pepper: string) => {
  const text = (length: number, ...of: readonly (string | number)[]) =>
    base32(createHmac('sha256', pepper).update(JSON.stringify(of)).digest().subarray(0, length));
  return {
    /** A household's id, the same after every import. Nobody without the pepper can tell the door from it. */
    householdId: (communityId: string, door: string): string => `0${text(25, 'household', communityId, door)}`,
    /** The head a buyer is on an owners' roll: the same buyer, the same head; the developer is the one without a name. */
    headId: (communityId: string, buyer: string): string =>
      `0${text(25, 'head', communityId, buyer.replace(/\s/g, ''))}`,
    phoneTag: (communityId: string, phone: string): string => text(26, 'phone', communityId, phone),
    batchTag: (communityId: string, batchId: string): string => text(TAG, 'batch', communityId, batchId),
    tagOf: (code: string): string => code.slice(0, TAG),
    /** The code of a household's n-th invite in a batch. */
    inviteCode: (communityId: string, { batchId, door, n }: { batchId: string; door: string; n: number }): string =>
      text(TAG, 'batch', communityId, batchId) + text(INVITE.codeLength - TAG, 'invite', communityId, batchId, door, n),
    staffCode: (communityId: string, inviteId: string): string =>
      text(INVITE.codeLength, 'staff', communityId, inviteId),
  };
};
export type Codes = ReturnType<typeof deriveCodes>;
