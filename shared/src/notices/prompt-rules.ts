import { MOST_ASKED, type TemplateKind } from '@gongzhi/shared/kernel/templates';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Standing } from './subscriptions';

/** When the app may ask whether somebody wants to be told over WeChat: what they just did says that they want to hear of it. */
export const MOMENTS = {
  follow: ['answer', 'vote', 'notice'],
  signUp: ['service'],
  cast: ['vote', 'notice'],
  /** The button on the page of preferences: somebody asked for it. */
  asked: ['notice', 'vote', 'service', 'answer'],
} as const satisfies Record<string, readonly TemplateKind[]>;
export type Moment = keyof typeof MOMENTS;

/** Nobody is nagged. Source: our own rule (issue 7: “never nags”). */
export const ASKING = {
  /** Not again within so many days of a no. */
  afterRefusal: 30,
  /** Nor twice within so many days, whatever was said. */
  afterAsking: 1,
  /** Nor while so many messages may still be sent. */
  enough: 3,
} as const;

const within = (at: string | undefined, days: number, now: Date): boolean =>
  at !== undefined && now.getTime() - Date.parse(at) < days * DAY;

/** Whether the app may ask for a template by itself. */
export const mayAsk = ({ balance, closed, refusedAt, askedAt }: Standing, type: 'once' | 'long', now: Date): boolean =>
  !closed &&
  balance < (type === 'long' ? 1 : ASKING.enough) &&
  !within(refusedAt, ASKING.afterRefusal, now) &&
  !within(askedAt, ASKING.afterAsking, now);

export interface Offered extends Standing {
  kind: TemplateKind;
  type: 'once' | 'long';
}

/**
 * What to ask for at a moment, at most three. One-time and long-term templates cannot be asked for together: those of the
 * first one's type are. Whoever taps the button for it is asked for what runs out first, whatever was said before.
 */
export const toAsk = (moment: Moment, offered: readonly Offered[], now: Date): TemplateKind[] => {
  const wanted = MOMENTS[moment].flatMap((kind) => offered.filter((one) => one.kind === kind));
  const open = moment === 'asked' ? wanted : wanted.filter((one) => mayAsk(one, one.type, now));
  const inOrder = moment === 'asked' ? [...open].sort((a, b) => a.balance - b.balance) : open;
  return inOrder
    .filter(({ type }) => type === inOrder[0]?.type)
    .slice(0, MOST_ASKED)
    .map(({ kind }) => kind);
};
