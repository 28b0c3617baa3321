import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { HERE, inCommunity, listing } from './contract-needs';
import { ClassNames, MyNomination, Nomination, NominationState, Post, PostClasses, PostPlan } from './post';

const ofPost = { ...inCommunity, postId: Id };
const PostReceipt = z.strictObject({ postId: Id, state: z.enum(['open', 'closed']), at: Instant });
const NominationReceipt = z.strictObject({ postId: Id, state: NominationState, at: Instant });

export const posts = defineContract({
  readPostClasses: {
    summary: 'The classes of posts here, and where their names come from',
    method: 'GET',
    path: '/projects/{communityId}/post-classes',
    access: 'public',
    input: z.strictObject(inCommunity),
    output: PostClasses,
    refusals: [],
  },
  setPostClasses: {
    summary: 'Name the classes of posts of the community; posts set before keep theirs',
    method: 'PUT',
    path: '/projects/{communityId}/post-classes',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, names: ClassNames }),
    output: z.strictObject({ at: Instant }),
    refusals: ['TEXT_RISKY'],
  },
  listPosts: {
    summary: 'Posts for party members, the newest first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/posts',
    access: 'public',
    input: listing,
    output: pageOf(Post),
    refusals: [],
  },
  addPost: {
    summary: 'Set a post by what is needed. Units: two for each KB of the text',
    method: 'POST',
    path: '/projects/{communityId}/posts',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, ...PostPlan.shape }),
    output: PostReceipt,
    refusals: ['CLASS_UNKNOWN', 'NEED_SHUT', 'TEXT_RISKY'],
    units: 10,
  },
  readPost: {
    summary: 'A post; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/posts/{postId}',
    access: 'public',
    input: z.strictObject(ofPost),
    output: Post,
    refusals: ['NOT_FOUND'],
  },
  closePost: {
    summary: 'A post takes nobody more; whoever holds it keeps it',
    method: 'POST',
    path: '/projects/{communityId}/posts/{postId}/closing',
    access: ['worker'],
    input: z.strictObject(ofPost),
    output: PostReceipt,
    refusals: ['NOT_FOUND', 'POST_SHUT'],
  },
  listHolders: {
    summary: 'Who holds a post, by name where the member chose to be shown (公示); the others are in the post’s count',
    method: 'GET',
    path: '/projects/{communityId}/posts/{postId}/holders',
    access: 'public',
    input: z.strictObject({ ...ofPost, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ name: z.string() })),
    refusals: [],
  },
  nominate: {
    summary: 'A party member nominates themself for a post. Units: the nomination is in two lists',
    method: 'PUT',
    path: '/projects/{communityId}/posts/{postId}/nomination',
    access: HERE,
    input: z.strictObject(ofPost),
    output: NominationReceipt,
    refusals: ['NOT_FOUND', 'NOT_PARTY', 'ALREADY_DONE', 'POST_SHUT', 'POST_FULL'],
    units: 12,
  },
  giveUpPost: {
    summary: 'Take back a nomination, or give up a post. Units: the nomination leaves two lists',
    method: 'DELETE',
    path: '/projects/{communityId}/posts/{postId}/nomination',
    access: HERE,
    input: z.strictObject(ofPost),
    output: NominationReceipt,
    refusals: ['NOT_FOUND'],
    units: 16,
  },
  listMyNominations: {
    summary: 'The caller’s own nominations, those for the newest posts first',
    method: 'GET',
    path: '/projects/{communityId}/my-nominations',
    access: HERE,
    input: listing,
    output: pageOf(MyNomination),
    refusals: [],
  },
  listNominations: {
    summary:
      'Nominations to decide, the earliest first: all for a worker, those of their own branch for a secretary. Each named one is told of it: one unit a member',
    method: 'GET',
    path: '/projects/{communityId}/nominations',
    access: ['worker', 'branchSecretary'],
    input: listing,
    output: pageOf(Nomination),
    refusals: [],
    units: 20,
  },
  decideNomination: {
    summary: 'Confirm a nomination, or decline it and say why. Units: it leaves two lists, and the post takes one more',
    method: 'POST',
    path: '/projects/{communityId}/posts/{postId}/nominations/{personId}/decision',
    access: ['worker', 'branchSecretary'],
    input: z
      .strictObject({ ...ofPost, personId: Id, confirm: z.boolean(), reason: z.optional(line(60, '原因')) })
      .check(
        z.refine(({ confirm, reason }) => confirm || reason !== undefined, { error: '请填写原因', path: ['reason'] }),
      ),
    output: NominationReceipt,
    refusals: [
      'NOT_FOUND',
      'ALREADY_DECIDED',
      'DECIDE_OWN',
      'OTHER_BRANCH',
      'NOMINEE_GONE',
      'POST_SHUT',
      'POST_FULL',
      'TEXT_RISKY',
    ],
    units: 16,
  },
});
