import type { Cause, Plan, Status } from '@gongzhi/shared/calls/model';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { HeadFacts, ShiftItem } from '../kernel/service/ports';
import { activitiesPk, headKey, shiftKey } from '../kernel/shifts';

export interface InCall {
  communityId: string;
  callId: string;
}
/** What lists show of a call: under one kilobyte. `organiserId`: who called. */
export interface HeadItem extends HeadFacts {
  sk: string;
  cause: Cause;
  status: Status;
  organiserId: string;
  at: string;
  quiet: boolean;
  reason?: string;
  endedAt?: string;
  branchId?: string;
}
/** What is read of one call alone, and by whoever asks members. */
export type TextItem = Pick<Plan, 'about' | 'skills' | 'buildings'>;
/** The one shift of a call, under the call’s own id. `cannot`, `backed`: how many said so, moved with what each says. */
export interface CallShift extends ShiftItem {
  cannot?: number;
  backed?: number;
}

/** A call as the machinery of service knows it: an activity with one shift of the same id. */
export const serviceIds = ({ communityId, callId }: InCall) => ({ communityId, activityId: callId, shiftId: callId });
const streetPk = (streetId: string) => `${streetId}#calls`;
const keysOf = ({ communityId, callId }: InCall) => ({
  head: headKey(communityId, callId),
  shift: shiftKey(communityId, callId, callId),
  text: { pk: `${communityId}#a#${callId}`, sk: 'text' },
});

export const repoCalls = ({ table: TableName, getAll, page }: Pages) => ({
  /** Head and shift, strongly consistent: two read units. */
  read: async (ids: InCall): Promise<{ head: HeadItem; shift: CallShift } | undefined> => {
    const keys = keysOf(ids);
    const found = await getAll([keys.head, keys.shift], { consistent: true });
    const [head, shift] = [found<HeadItem>(keys.head), found<CallShift>(keys.shift)];
    return head && shift ? { head, shift } : undefined;
  },
  /** With its text: three read units. */
  whole: async (ids: InCall) => {
    const keys = keysOf(ids);
    const found = await getAll(Object.values(keys), { consistent: true });
    const [head, shift, text] = [found<HeadItem>(keys.head), found<CallShift>(keys.shift), found<TextItem>(keys.text)];
    return head && shift && text ? { head, shift, text } : undefined;
  },
  /** Calls by their ids, eventually consistent. */
  some: async (communityId: string, callIds: readonly string[]) => {
    const all = callIds.map((callId) => keysOf({ communityId, callId }));
    const found = await getAll(
      all.flatMap(({ head, shift }) => [head, shift]),
      { consistent: false },
    );
    return (callId: string) => {
      const keys = keysOf({ communityId, callId });
      const [head, shift] = [found<HeadItem>(keys.head), found<CallShift>(keys.shift)];
      return head && shift ? { head, shift } : undefined;
    };
  },
  /** Opened last first, with their shifts. */
  list: async (communityId: string, cursor: string | undefined) => {
    const { items, next } = await page<HeadItem>({ pk: activitiesPk(communityId), newestFirst: true, cursor });
    const keyOf = ({ sk }: HeadItem) => shiftKey(communityId, sk, sk);
    const found = await getAll(items.map(keyOf), { consistent: false });
    const whole = items.flatMap((head) => {
      const shift = found<CallShift>(keyOf(head));
      return shift ? [{ head, shift }] : [];
    });
    return { items: whole, next };
  },
  /** Which calls there are in a street’s communities, opened last first. */
  ofStreet: (streetId: string, cursor: string | undefined) =>
    page<InCall>({ pk: streetPk(streetId), newestFirst: true, cursor }),
  openWrites: (
    ids: InCall,
    { head, text, shift }: { head: Omit<HeadItem, 'sk'>; text: TextItem; shift: Omit<CallShift, 'sk'> },
  ): Write[] => {
    const keys = keysOf(ids);
    return [
      { Put: { TableName, Item: { ...head, ...keys.head } } },
      { Put: { TableName, Item: { ...text, ...keys.text } } },
      { Put: { TableName, Item: { ...shift, ...keys.shift } } },
      { Put: { TableName, Item: { pk: streetPk(streetOf(ids.communityId)), sk: ids.callId, ...ids } } },
    ];
  },
  headWrite: (ids: InCall, change: Change): Write => changeItem(TableName, keysOf(ids).head, change),
  shiftWrite: (ids: InCall, change: Change): Write => changeItem(TableName, keysOf(ids).shift, change),
});
