import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { HELP_CODE } from '@gongzhi/shared/votes/channel-rules';
import { plainCode } from '@gongzhi/shared/votes/receipt';

export type HelpCode = (voteId: string, unitId: string) => string;

/** The code by which a unit agrees to be helped in one vote: drawn from a secret, so that nothing has to be kept. */
export const helpCode =
  (secret: string): HelpCode =>
  (voteId, unitId) =>
    base32(createHmac('sha256', secret).update(`help-code\n${voteId}\n${unitId}`).digest().subarray(0, HELP_CODE));

/** Whether what was said is the code, however it was written. */
export const isCode = (said: string, code: string): boolean => {
  const [mine, asked] = [Buffer.from(plainCode(said)), Buffer.from(code)];
  return mine.length === asked.length && timingSafeEqual(mine, asked);
};
