import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { HERE, WishReceipt, inWish } from './contract-made';
import { WISHES } from './rule-sets';

const { visitHours } = WISHES;
/** When somebody comes. */
const Window = z.strictObject({ startsAt: Instant, endsAt: Instant }).check(
  z.refine(({ startsAt, endsAt }) => endsAt > startsAt, { error: '结束时间要晚于开始时间', path: ['endsAt'] }),
  z.refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= visitHours.value * 60 * MINUTE, {
    error: `一次上门最长 ${visitHours.value} 小时`,
    path: ['endsAt'],
  }),
);

export const claims = defineContract({
  claimWish: {
    summary: 'Take a wish on: one person a wish; of two at once one is told that it is taken',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/claims',
    access: HERE,
    input: z.strictObject(inWish),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'OWN_WISH', 'CLAIMED', 'ALREADY_DONE', 'WISH_SHUT'],
  },
  handBack: {
    summary:
      'The claimer cannot do it after all and says why: the wish is open again and the wisher is told. Units: the ninth for the visit that is off',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/returns',
    access: HERE,
    input: z.strictObject({ ...inWish, reason: line(60, '交回的原因') }),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'NOT_CLAIMER', 'WISH_SHUT', 'IN_VISIT', 'TEXT_RISKY'],
    units: 9,
  },
  arrangeVisit: {
    summary:
      'The claimer says when they come, or moves it before they have come. Units: the tenth where the visit stands in the list by which a claim runs out',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/visits',
    access: HERE,
    input: z.strictObject({ ...inWish, window: Window }),
    output: z.strictObject({ wishId: Id, shiftId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_CLAIMER', 'WISH_SHUT', 'IN_VISIT', 'NO_VISIT_PLACE', 'VISIT_PAST', 'VISIT_FAR'],
    units: 10,
  },
  markDone: {
    summary: 'The claimer says that it is done; the wisher is asked',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/done',
    access: HERE,
    input: z.strictObject(inWish),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'NOT_CLAIMER', 'WISH_SHUT'],
  },
  confirmDone: {
    summary:
      'The wisher, or a worker for somebody without a phone, says that the wish came true, and may write a word of thanks',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/confirmation',
    access: HERE,
    owner: true,
    input: z.strictObject({ ...inWish, word: z.optional(line(60, '感谢的话')) }),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'WISH_SHUT', 'TEXT_RISKY'],
  },
  sendBack: {
    summary: 'The wisher, or a worker for somebody without a phone, is not satisfied and says why: the claimer goes on',
    method: 'POST',
    path: '/wishes/{communityId}/wishes/{wishId}/corrections',
    access: HERE,
    owner: true,
    input: z.strictObject({ ...inWish, reason: line(60, '还差什么') }),
    output: WishReceipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'NOT_DONE', 'TEXT_RISKY'],
  },
});
