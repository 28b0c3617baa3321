import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Heard, Promised, Publication } from './publication';
import { PUBLICATION } from './rule-sets';

const { mostHeard, mostDoing } = PUBLICATION;
const ofResult = { communityId: CommunityId, roundId: Id };
const RESULT = '/satisfaction/{communityId}/results/{roundId}';
/** Which version: the newest, or one by its number. */
const Which = z.string().check(z.regex(/^(newest|[1-9]\d{0,3})$/));

/** What is published: `after` is the newest version its writer has seen, 0 before the first. Earlier promises stay, whatever a later version says. */
export const Writing = z.strictObject({
  after: z.int().check(z.minimum(0)),
  heard: z
    .array(Heard)
    .check(z.minLength(1, '请至少写一条听到的'), z.maxLength(mostHeard, `听到的最多写 ${mostHeard} 条`)),
  doing: z.array(Promised).check(z.maxLength(mostDoing, `一次最多写 ${mostDoing} 件要做的事`)),
  why: z.optional(line(60, '更新的原因')),
});
export type Writing = z.infer<typeof Writing>;
const whole = [
  z.refine<Writing>(({ after, doing }) => after > 0 || doing.length > 0, {
    error: '请至少写一件要做的事',
    path: ['doing'],
  }),
  z.refine<Writing>(({ after, why }) => after === 0 || why !== undefined, {
    error: '请写明为什么更新，原来的版本会一直留着',
    path: ['why'],
  }),
] as const;

export const publicationRoutes = defineContract({
  publishAnswer: {
    summary:
      'Answer a result before everybody: what was heard, and what will be done, each item of which becomes a task in the open. Later versions stand beside the earlier ones. Units: two for each KB of the words',
    method: 'POST',
    path: `${RESULT}/publications`,
    access: ['worker', 'chair'],
    input: z.strictObject({ ...ofResult, ...Writing.shape }).check(...whole),
    output: z.strictObject({ roundId: Id, version: z.int(), items: z.int(), at: Instant }),
    refusals: [
      ...(['NOT_FOUND', 'NOTHING_HEARD', 'QUESTION_UNHEARD', 'STALE', 'TOO_MANY_TASKS'] as const),
      ...(['NO_SUCH_OWNER', 'DUE_PAST', 'TEXT_RISKY'] as const),
    ],
    units: 32,
  },
  readPublication: {
    summary: 'What the community answered to a result: the newest version, or an earlier one by its number',
    method: 'GET',
    path: `${RESULT}/publications/{version}`,
    access: 'public',
    input: z.strictObject({ ...ofResult, version: Which }),
    output: Publication,
    refusals: ['NOT_FOUND'],
  },
});
