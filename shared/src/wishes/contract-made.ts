import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Card, Inside, Shown, State, Wish } from './model';

export const HERE = [...ROLES] as readonly Role[];
const STAFF = ['worker'] as const satisfies readonly Role[];
export const inWish = { communityId: CommunityId, wishId: Id };
export const WishReceipt = z.strictObject({ wishId: Id, state: State, at: Instant });
const listed = z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) });

export const made = defineContract({
  makeWish: {
    summary: 'Wish for something; a worker may write it for somebody without a phone. A worker looks at it first',
    method: 'POST',
    path: '/wishes/{communityId}/wishes',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, ...Wish.shape }),
    output: WishReceipt,
    refusals: ['BUDGET_OVER', 'TEXT_RISKY', 'NOT_ELIGIBLE'],
  },
  publishWish: {
    summary: 'A worker lets everybody see a wish',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/publication',
    access: STAFF,
    input: z.strictObject(inWish),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  declineWish: {
    summary: 'A worker does not publish a wish, and tells the wisher why',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/refusal',
    access: STAFF,
    input: z.strictObject({ ...inWish, reason: line(60, '原因') }),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  withdrawWish: {
    summary: 'The wisher, or a worker, takes a wish back; whoever claimed it is told',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/withdrawal',
    access: HERE,
    owner: true,
    input: z.strictObject(inWish),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'WISH_SHUT'],
  },
  listOpen: {
    summary:
      'Wishes that nobody has claimed, or whose claim ran out; anybody may look. Whose they are is told as far as each wisher lets it',
    method: 'GET',
    path: '/wishes/{communityId}/open',
    access: 'public',
    input: listed,
    output: pageOf(Card),
    refusals: [],
  },
  readWish: {
    summary:
      'A published wish as everybody may see it; one that waits or was declined only to a worker, and no more of it',
    method: 'GET',
    path: '/wishes/{communityId}/wishes/{wishId}',
    access: 'public',
    input: z.strictObject(inWish),
    output: Shown,
    refusals: ['NOT_FOUND'],
  },
  readInside: {
    summary:
      'A wish as the wisher or the claimer sees it, or a worker who says so: a worker’s reading is kept, and shown to the wisher, before anything is answered',
    method: 'GET',
    path: '/wishes/{communityId}/wishes/{wishId}/inside',
    access: HERE,
    input: z.strictObject({ ...inWish, as: z.optional(z.literal('worker')) }),
    output: Inside,
    refusals: ['NOT_FOUND'],
    units: 4,
  },
  listMine: {
    summary: 'The caller’s own wishes, the newest first',
    method: 'GET',
    path: '/wishes/{communityId}/mine',
    access: HERE,
    input: listed,
    output: pageOf(Card),
    refusals: [],
  },
  listClaimed: {
    summary: 'Wishes the caller has claimed, those made last first',
    method: 'GET',
    path: '/wishes/{communityId}/claimed',
    access: HERE,
    input: listed,
    output: pageOf(Card),
    refusals: [],
  },
  listWaiting: {
    summary:
      'Wishes that wait for a worker: to be published, or to be confirmed for somebody without a phone; longest first',
    method: 'GET',
    path: '/wishes/{communityId}/waiting',
    access: STAFF,
    input: listed,
    output: pageOf(Card),
    refusals: [],
  },
});
