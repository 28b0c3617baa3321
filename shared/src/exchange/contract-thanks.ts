import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Helper, Thanks, WaitingThanks } from './thanks';

const HERE = [...ROLES] as readonly Role[];
const inCommunity = { communityId: CommunityId };
const ofActivity = { ...inCommunity, activityId: Id };
const ofThanks = { ...inCommunity, thanksId: Id };
const cursor = z.optional(Cursor);

export const thanks = defineContract({
  listHelpers: {
    summary: 'Who served in an activity, by family name, for those who want to thank them',
    method: 'GET',
    path: '/exchange/{communityId}/activities/{activityId}/helpers',
    access: HERE,
    input: z.strictObject({ ...ofActivity, cursor }),
    output: pageOf(Helper),
    refusals: [],
  },
  sendThanks: {
    summary: 'Thank somebody who served in an activity, once and in words; the content check reads them first',
    method: 'POST',
    path: '/exchange/{communityId}/activities/{activityId}/thanks',
    access: HERE,
    input: z.strictObject({
      ...ofActivity,
      personId: Id,
      words: text(100, '感谢的话'),
      askReview: z.optional(z.boolean()),
    }),
    output: z.strictObject({ thanksId: Id, waiting: z.boolean(), at: Instant }),
    refusals: ['THANK_YOURSELF', 'NOT_SERVED', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  listThanks: {
    summary: 'Thanks the caller was given, newest first; nobody else reads them',
    method: 'GET',
    path: '/exchange/{communityId}/thanks',
    access: HERE,
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Thanks),
    refusals: [],
  },
  hideThanks: {
    summary: 'Put thanks one was given out of sight, or back',
    method: 'PUT',
    path: '/exchange/{communityId}/thanks/{thanksId}/hidden',
    access: HERE,
    input: z.strictObject({ ...ofThanks, hidden: z.boolean() }),
    output: z.strictObject({ thanksId: Id, at: Instant }),
    refusals: ['NOT_FOUND'],
  },
  listWaitingThanks: {
    summary: 'Thanks the content check was not sure of, the earliest first',
    method: 'GET',
    path: '/exchange/{communityId}/waiting-thanks',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(WaitingThanks),
    refusals: [],
  },
  decideThanks: {
    summary: 'Let thanks through that waited, or not; then they may be written anew',
    method: 'POST',
    path: '/exchange/{communityId}/waiting-thanks/{thanksId}',
    access: ['worker'],
    input: z.strictObject({ ...ofThanks, publish: z.boolean() }),
    output: z.strictObject({ thanksId: Id, at: Instant }),
    refusals: ['ALREADY_DECIDED'],
  },
});
