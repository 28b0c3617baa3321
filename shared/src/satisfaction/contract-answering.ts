import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Given, Invitation, Subject } from './model';

const invited = { communityId: CommunityId, roundId: Id, subject: Subject };
export const Recorded = z.strictObject({ roundId: Id, state: z.literal('recorded') });

export const answeringRoutes = defineContract({
  listInvitations: {
    summary: 'What the caller and their household were invited to say, in rounds that are open',
    method: 'GET',
    path: '/satisfaction/{communityId}/invitations',
    access: 'person',
    input: z.strictObject({ communityId: CommunityId }),
    output: z.strictObject({ items: z.array(Invitation) }),
    refusals: [],
  },
  giveAnswer: {
    summary:
      'Answer an invitation, once. The answer lies under a random id and shares nothing with the invitation; a repeat with the same ticket hears the same, whatever it says',
    method: 'POST',
    path: '/satisfaction/{communityId}/rounds/{roundId}/answers',
    access: 'person',
    input: z.strictObject({ ...invited, ...Given }),
    output: Recorded,
    refusals: ['NOT_FOUND', 'SURVEY_ANSWERED', 'SURVEY_OVER', 'SURVEY_UNEVEN', 'TEXT_RISKY'],
    units: 4,
    ownRecord: true,
  },
  tellPressure: {
    summary:
      'Tell the street, and nobody else, that somebody asked to be rated well. Tied to no answer; on the invitation it stands until the round is over, so that it counts once',
    method: 'POST',
    path: '/satisfaction/{communityId}/rounds/{roundId}/pressure',
    access: 'person',
    input: z.strictObject(invited),
    output: Recorded,
    refusals: ['NOT_FOUND', 'PRESSURE_TOLD'],
    units: 4,
    ownRecord: true,
  },
});
