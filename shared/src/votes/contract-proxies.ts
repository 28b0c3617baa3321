import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';

const inVote = { communityId: CommunityId, voteId: Id };
/** By which the agent takes up what an owner gives: ten characters, as in an invite. */
export const ProxyCode = z
  .string('请填写委托码')
  .check(z.trim(), z.toUpperCase(), z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, '委托码是 10 位字符，不含字母 I、L、O、U'));
const Given = z.strictObject({ voteId: Id, unitId: Id, at: Instant });

/** Voting for somebody else, in writing, within the rule's limits. Part of the slice's contract. */
export const proxies = defineContract({
  offerProxy: {
    summary: "Give a code with which its bearer becomes the agent for one of the caller's own ballots in this vote",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/proxy-offers',
    access: ['resident', 'owner'],
    input: z.strictObject({ ...inVote, unitId: Id }),
    output: z.strictObject({
      voteId: Id,
      unitId: Id,
      code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)),
      at: Instant,
    }),
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'CLOSED', 'PROXY_NOT_ALLOWED', 'PROXY_GIVEN', 'HOUSEHOLD_VOTED'],
  },
  acceptProxy: {
    summary:
      'Become the agent of whoever gave the code. Units: the code, the ballot, the agent and the event are one transaction',
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/proxies',
    access: ['resident', 'owner'],
    input: z.strictObject({ ...inVote, code: ProxyCode }),
    output: Given,
    refusals: [
      'NOT_FOUND',
      'CLOSED',
      'PROXY_NOT_ALLOWED',
      'PROXY_CODE_WRONG',
      'PROXY_GIVEN',
      'PROXY_LIMIT',
      'PROXY_SELF',
      'HOUSEHOLD_VOTED',
    ],
    units: 10,
  },
  registerProxy: {
    summary:
      'Register a written proxy that a worker has seen and keeps. Units: the ballot, the agent and the event are one transaction',
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/written-proxies',
    access: ['worker'],
    input: z.strictObject({ ...inVote, unitId: Id, agentId: Id }),
    output: Given,
    refusals: [
      'NOT_FOUND',
      'NOT_ON_ROLL',
      'CLOSED',
      'PROXY_NOT_ALLOWED',
      'PROXY_GIVEN',
      'PROXY_LIMIT',
      'PROXY_SELF',
      'HOUSEHOLD_VOTED',
    ],
    units: 10,
  },
  revokeProxy: {
    summary: "Take back the authority for one of the caller's own ballots, as long as the agent has not cast it",
    method: 'DELETE',
    path: '/votes/{communityId}/votes/{voteId}/proxies/{unitId}',
    access: ['resident', 'owner'],
    input: z.strictObject({ ...inVote, unitId: Id }),
    output: Given,
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'CLOSED', 'PROXY_NONE', 'PROXY_USED'],
  },
});
