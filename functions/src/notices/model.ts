import type { Counts } from '@gongzhi/shared/kernel/outcomes';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';
import type { SendState, Stop } from '@gongzhi/shared/notices/sending';

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
