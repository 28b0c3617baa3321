import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';
import type { Standing } from '@gongzhi/shared/notices/subscriptions';
import { changeItem } from '../kernel/change-item';
import { Busy, type Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { subscriptionKey } from '../kernel/reachable';

/** A standing, and the seconds of the pushes it was last changed by. */
export interface Heard extends Standing {
  pushes?: string[];
}
const HEARD = ['refusedAt', 'askedAt', 'ahead', 'aheadAt', 'pushes'] as const satisfies (keyof Heard)[];
/**
 * `claim`: whose message takes a place of the balance now, or took the last one (model.ts). `said`: what WeChat's push said
 * of it. `v` counts what the ledger heard; claims do not change it.
 */
export interface SubscriptionItem extends Heard {
  v?: number;
  claim?: string;
  said?: number;
}
export type Type = 'once' | 'long';
/** One person's balance of one template. */
export interface Whose {
  personId: string;
  kind: TemplateKind;
  type: Type;
}
const ATTEMPTS = 6;

/** The difference between two standings as one update: a claim made in between keeps what it took. */
const standingWrite = (table: string, of: Whose, before: SubscriptionItem, after: Heard): Write => {
  const whole = after.closed || of.type === 'long';
  const { balance, closed } = after;
  const named = HEARD.filter((name) => after[name] !== undefined);
  const set = ['#v = :next', ...named.map((name) => `#${name} = :${name}`)];
  if (closed) set.push('#closed = :closed');
  if (whole) set.push('#balance = :balance');
  return changeItem(table, subscriptionKey(of.personId, of.kind), {
    to: `SET ${set.join(', ')}${closed ? '' : ' REMOVE #closed'}${whole ? '' : ' ADD #balance :delta'}`,
    when: before.v === undefined ? 'attribute_not_exists(#v)' : '#v = :v',
    lost: 'MOVED',
    values: {
      ...Object.fromEntries(named.map((name) => [`:${name}`, after[name]])),
      ...{ ':next': (before.v ?? 0) + 1, ':v': before.v, ':closed': true },
      ...{ ':balance': balance, ':delta': balance - before.balance },
    },
  });
};

export const repoSubscriptions = ({ client, table, get }: Pages) => {
  /** Tries an update; the item after it, or undefined when its condition did not hold. */
  const update = async (write: Write): Promise<SubscriptionItem | undefined> => {
    const { ReturnValuesOnConditionCheckFailure: _, ...input } = write.Update as UpdateCommandInput;
    try {
      const { Attributes } = await client.send(new UpdateCommand({ ...input, ReturnValues: 'ALL_NEW' }));
      return Attributes as SubscriptionItem;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  const read = async ({ personId, kind }: Pick<Whose, 'personId' | 'kind'>): Promise<SubscriptionItem> =>
    (await get<SubscriptionItem>(subscriptionKey(personId, kind))) ?? { balance: 0 };
  const change = (of: Whose, to: string, when: string, values: Record<string, unknown>): Promise<unknown> =>
    update(changeItem(table, subscriptionKey(of.personId, of.kind), { to, when, lost: 'CLAIM', values }));

  return {
    read,
    standingWrite: (of: Whose, before: SubscriptionItem, after: Heard) => standingWrite(table, of, before, after),
    /** Changes a standing by itself, as often as it takes. One write unit. @throws Busy */
    hear: async (of: Whose, next: (before: SubscriptionItem) => Heard | undefined): Promise<void> => {
      for (let n = 0; n < ATTEMPTS; n += 1) {
        const before = await read(of);
        const after = next(before);
        if (!after || (await update(standingWrite(table, of, before, after)))) return;
      }
      throw new Busy('subscription');
    },
    /**
     * Takes one place of the balance for a message, if there is one and no other message is under way (`seen`: the claim that is
     * over). One write unit. @returns how many are left, or undefined when it was not to be had.
     */
    claim: async ({ personId, kind, type }: Whose, claim: string, seen: string | undefined) => {
      const item = await update(
        changeItem(table, subscriptionKey(personId, kind), {
          to: `SET #claim = :claim REMOVE #said${type === 'once' ? ' ADD #balance :minus' : ''}`,
          when: `#balance > :zero AND ${seen === undefined ? 'attribute_not_exists(#claim)' : '#claim = :seen'}`,
          lost: 'CLAIM',
          values: { ':claim': claim, ':seen': seen, ':zero': 0, ':minus': -1 },
        }),
      );
      return item?.balance;
    },
    /** The message was surely not sent: its place is free again. Nothing is given back of what was turned off meanwhile. */
    giveBack: async (of: Whose, claim: string): Promise<void> => {
      const add = of.type === 'once' ? ' ADD #balance :one' : '';
      const open = '#claim = :claim AND attribute_not_exists(#closed)';
      const done = await change(of, `REMOVE #claim${add}`, open, { ':claim': claim, ':one': 1 });
      if (!done) await change(of, 'REMOVE #claim', '#claim = :claim', { ':claim': claim });
    },
    /**
     * WeChat says that nothing is left (43101). What was counted beyond this claim goes; an accept that came meanwhile stays. A
     * long-term one was turned off.
     */
    spent: async (of: Whose, claim: string, left: number): Promise<void> => {
      const open = '#claim = :claim AND attribute_not_exists(#closed)';
      const to = of.type === 'long' ? 'SET #closed = :yes, #balance = :zero' : 'REMOVE #claim ADD #balance :minus';
      await change(of, to, open, { ':claim': claim, ':minus': -left, ':zero': 0, ':yes': true });
    },
    /** WeChat's push said what became of the message that holds the claim. */
    say: (of: Whose, claim: string, errorCode: number) =>
      change(of, 'SET #said = :said', '#claim = :claim', { ':claim': claim, ':said': errorCode }),
    /** In a transaction: a place that was taken for nothing is free again, or the other way round. */
    returnWrite: ({ personId, kind }: Whose, by: 1 | -1): Write =>
      changeItem(table, subscriptionKey(personId, kind), {
        to: 'ADD #balance :by',
        when: `attribute_exists(#pk) AND attribute_not_exists(#closed)${by < 0 ? ' AND #balance > :zero' : ''}`,
        lost: 'CLOSED',
        values: { ':by': by, ':zero': 0 },
      }),
  };
};
