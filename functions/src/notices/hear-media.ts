import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import type { Pushed } from '../kernel/wechat/open-callback';

export type Media = Extract<Pushed, { event: 'media' | 'mediaFailed' }>;
/** Under what WeChat's own word is told: it names a trace and no community; the slice that asked knows whose it is. */
const SCOPE = 'wechat';

/** Tells what WeChat found in a picture. Pushed three times it is told once; `label`: WeChat's number of what it found. */
export const hearMedia =
  ({ ledger, clock }: { ledger: Ledger; clock: () => Date }) =>
  async (pushed: Media): Promise<void> => {
    const { traceId } = pushed;
    const verdict = pushed.event === 'media' ? pushed.verdict : 'failed';
    const ctx = actAlone(ledger, SCOPE, `media#${traceId}#${verdict}`, clock());
    const data = { traceId, verdict, label: pushed.event === 'media' ? pushed.label : pushed.errcode };
    const event = { type: 'notices.media-checked', subject: traceId, via: 'system' as const, unlisted: true as const };
    await commit(ctx, [], { ...event, data }, {});
  };
