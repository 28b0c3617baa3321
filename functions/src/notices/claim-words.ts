import { SENDING } from '@gongzhi/shared/notices/sending';

/** Whose message holds a place of a balance: which sending, which chunk, since when. Kept as one text, so that it is compared as one. */
export interface Claim {
  sendId: string;
  chunk: number;
  at: string;
}
export const claimText = ({ sendId, chunk, at }: Claim): string => `${sendId}|${chunk}|${at}`;
export const claimOf = (text: string | undefined): Claim | undefined => {
  const [sendId, chunk, at] = text?.split('|') ?? [];
  return sendId && chunk && at ? { sendId, chunk: Number(chunk), at } : undefined;
};
/** Whether the run that made it cannot be under way any more. */
export const isStale = ({ at }: Claim, now: Date): boolean => now.getTime() - Date.parse(at) > SENDING.leaseMs;
