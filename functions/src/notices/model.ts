import type { Counts } from '@gongzhi/shared/kernel/outcomes';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';
import { SENDING, type SendState, type Stop } from '@gongzhi/shared/notices/sending';

/** What is sent over WeChat to those a fan-out tells. */
export interface SendPlan {
  sendId: string;
  noticeId: string;
  communityId: string;
  template: TemplateKind;
  topic: string;
  /** What the message's fields say; fitted when it is sent. */
  says: Record<string, string>;
  at: string;
  /** The page its card opens. */
  page: string;
  /** It may come in quiet hours. */
  override?: true;
  /** Its end is an event: somebody makes the list of who was not reached. */
  announced?: true;
}
/** A sending on its way, from chunk to chunk. */
export interface SendItem extends SendPlan, Counts {
  pk: string;
  sk: string;
  state: SendState;
  chunks: number;
  told: number;
  /** The chunk that is sent next. */
  next: number;
  /** Interruptions in a row. */
  fails: number;
  /** Nothing is sent before. */
  wake?: string;
  /** When whoever is unclear stays uncertain. */
  settleAt?: string;
  why?: Stop;
  field?: string;
  gpk?: string;
}

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
