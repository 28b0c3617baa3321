import { randomUUID } from 'node:crypto';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Ctx } from './caller';
import { isPassing, reasonsOf, untilSettled, type Reason } from './conflicts';
import { eventKey, type LedgerItem, type TransactItem } from './ledger';

/** One business write. `lost` names its condition: what the handler is told when the condition no longer holds. */
export type Write = TransactItem & { lost?: string };
/** A condition did not hold when it was written. `item` is what stood there instead. */
export interface Lost {
  lost: string;
  item?: Record<string, unknown>;
}
export const isLost = (x: unknown): x is Lost => typeof x === 'object' && x !== null && 'lost' in x;

/** Raised when the tables stay contended or throttled after every attempt: the caller hears BUSY and may repeat. */
export class Busy extends Error {}
/** Raised when the same Idempotency-Key comes with another request: the caller hears KEY_REUSED. */
export class KeyReused extends Error {}

export interface EventDraft {
  /** `councils.proposal-filed` */
  type: string;
  subject: string;
  /** Community, street or person; default: the request's own scope. */
  scope?: string;
  via?: LedgerItem['via'];
  behalf?: string;
  /** Kept and told like any other, but not listed in its subject's history: one of hundreds a day, one write unit less. */
  unlisted?: true;
  /** Ids, instants, numbers: never names, phones or free text. */
  data?: LedgerItem['data'];
}

/** The first answer of the act that already stands under this key. @throws KeyReused */
export const answerOf = (first: LedgerItem, hash: string): unknown => {
  if (first.hash !== hash) throw new KeyReused();
  return first.answer;
};

const eventOf = (ctx: Ctx, draft: EventDraft, answer: unknown): LedgerItem => {
  const scope = draft.scope ?? ctx.intent.scope;
  const id = ctx.id();
  const at = ctx.now.toISOString();
  return {
    pk: eventKey(ctx.intent.scope, ctx.intent.actor, ctx.intent.key),
    sk: 'event',
    ...(draft.unlisted ? {} : { gpk: `${scope}#${draft.subject}`, gsk: `${at}#${id}` }),
    id,
    at,
    scope,
    type: draft.type,
    subject: draft.subject,
    actor: ctx.intent.actor,
    via: draft.via ?? 'app',
    data: draft.data ?? {},
    hash: ctx.intent.hash,
    answer,
    ...(draft.behalf ? { behalf: draft.behalf } : {}),
  };
};

/**
 * Writes the business items and exactly one event in one transaction and resolves to `answer`. A repeat of the same
 * request resolves to the first answer; a condition that no longer holds resolves to `Lost` with its name, nothing written.
 * @throws Busy after the last attempt against conflicts or throttling.
 */
export const commit = async <A>(
  ctx: Ctx,
  writes: readonly Write[],
  draft: EventDraft,
  answer: A,
): Promise<A | Lost> => {
  const event = eventOf(ctx, draft, answer);
  const put: TransactItem = {
    Put: {
      TableName: ctx.ledger.table,
      Item: event,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
  const items = [put, ...writes.map(({ lost: _, ...item }) => item)];
  const token = randomUUID();
  const done = await untilSettled<A | Lost>(async () => {
    try {
      await ctx.ledger.transact(items, token);
      return { settled: answer };
    } catch (error) {
      const reasons = reasonsOf(error);
      const settled = settle<A>(reasons, writes, event.hash);
      if (settled) return { settled };
      if (!reasons.some(isPassing)) throw error;
      return undefined;
    }
  });
  if (!done) throw new Busy(draft.type);
  return done.settled;
};

/**
 * What a cancelled transaction means: the same act was already done (its first answer), or a named condition was lost.
 * While the event itself is contended the same act may be under way, so a lost condition proves nothing yet.
 */
const settle = <A>(reasons: readonly Reason[], writes: readonly Write[], hash: string): A | Lost | undefined => {
  const old = (reason: Reason | undefined) => (reason?.Item ? unmarshall(reason.Item as never) : undefined);
  const [own, ...others] = reasons;
  if (own?.Code === 'ConditionalCheckFailed') return answerOf(old(own) as LedgerItem, hash) as A;
  if (isPassing(own)) return undefined;
  const index = others.findIndex((r) => r.Code === 'ConditionalCheckFailed');
  if (index < 0) return undefined;
  const item = old(others[index]);
  return { lost: writes[index]?.lost ?? 'CONDITION', ...(item ? { item } : {}) };
};
