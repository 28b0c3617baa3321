import type { Door } from '@gongzhi/shared/kernel/door-key';
import type { InvitedRole } from '@gongzhi/shared/directory/model';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from './repo-pages';

/** Invites of one building's households. Which door has how many is all that is kept; codes are derived. */
export interface BatchItem extends Key {
  batchId: string;
  building: string;
  expiresAt: string;
  doors: (Pick<Door, 'unit' | 'room'> & { invites: number })[];
}
export interface StaffInvite {
  role: InvitedRole;
  /** For which unit its bearer will speak. */
  unitId?: string;
  expiresAt: string;
  /** Who made it. */
  by: string;
  usedBy?: string;
}
/** The community's staff: how many workers it has, and invites for more. */
export interface StaffItem extends Key {
  workers: number;
  invites: Record<string, StaffInvite>;
}

/** An expired or used staff invite is remembered this long, so that its bearer hears why it fails. */
const REMEMBERED = 30 * DAY;
const staffKey = (communityId: string) => ({ pk: communityId, sk: 'staff' });
const batchKey = (communityId: string, tag: string) => ({ pk: `${communityId}#batch`, sk: tag });

export const repoInvites = ({ table, get }: Pages) => {
  const onStaff = (communityId: string) => ({ TableName: table, Key: staffKey(communityId) });
  return {
    openStaff: (communityId: string): Write => ({
      Put: { TableName: table, Item: { ...staffKey(communityId), workers: 0, invites: {} } },
    }),
    staff: async (communityId: string): Promise<Pick<StaffItem, 'workers' | 'invites'>> =>
      (await get<StaffItem>(staffKey(communityId))) ?? { workers: 0, invites: {} },
    /** A new staff invite; those long expired go. */
    inviteStaff: (
      communityId: string,
      inviteId: string,
      invite: StaffInvite,
      { known, now }: { known: StaffItem['invites']; now: Date },
    ): Write => {
      const gone = Object.keys(known).filter(
        (id) => new Date(known[id]?.expiresAt ?? '').getTime() + REMEMBERED < now.getTime(),
      );
      const names = Object.fromEntries(gone.map((id, i) => [`#g${i}`, id]));
      const remove = gone.length > 0 ? ` REMOVE ${gone.map((_, i) => `invites.#g${i}`).join(', ')}` : '';
      return {
        Update: {
          ...onStaff(communityId),
          UpdateExpression: `SET invites.#id = :invite${remove}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#id': inviteId, ...names },
          ExpressionAttributeValues: { ':invite': invite },
        },
        lost: 'STAFF',
      };
    },
    useStaffInvite: (communityId: string, inviteId: string, { role }: StaffInvite, personId: string): Write => ({
      Update: {
        ...onStaff(communityId),
        UpdateExpression: `SET invites.#id.usedBy = :person ADD workers :n`,
        ConditionExpression: 'attribute_exists(invites.#id) AND attribute_not_exists(invites.#id.usedBy)',
        ExpressionAttributeNames: { '#id': inviteId },
        ExpressionAttributeValues: { ':person': personId, ':n': role === 'worker' ? 1 : 0 },
      },
      lost: 'INVITE',
    }),
    moreWorkers: (communityId: string): Write => ({
      Update: {
        ...onStaff(communityId),
        UpdateExpression: 'ADD workers :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    }),
    fewerWorkers: (communityId: string): Write => ({
      Update: {
        ...onStaff(communityId),
        UpdateExpression: 'SET workers = workers - :one',
        ConditionExpression: 'workers > :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
      lost: 'LAST_WORKER',
    }),
    batch: (communityId: string, tag: string) => get<BatchItem>(batchKey(communityId, tag)),
    issueBatch: (communityId: string, tag: string, batch: Omit<BatchItem, keyof Key>): Write => ({
      Put: {
        TableName: table,
        Item: { ...batchKey(communityId, tag), ...batch },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'TAG',
    }),
  };
};
