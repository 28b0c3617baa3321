import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';

const minutes = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const YEAR_MINUTES = (366 * DAY) / MINUTE;

/** How a community follows a resolution up. All of it is the community's to change; nothing here is a number of the law. */
export const FollowUp = z.strictObject({
  /** Whether the author's own word is enough to send a result back. */
  authorAlone: z.boolean(),
  /** Otherwise so many of those who supported. */
  sendBackSupporters: z.int().check(z.minimum(1), z.maximum(100)),
  /** So many neighbours who second a sending back weigh as much as one who supported; 0: seconding is only shown. */
  secondsPerSupporter: z.int().check(z.minimum(0), z.maximum(100)),
  /** How long after a task is done those who supported may answer. */
  answerMinutes: minutes(YEAR_MINUTES),
  /** How long after the last task is accepted the review opens, and for how long. */
  reviewAfterMinutes: minutes(YEAR_MINUTES),
  reviewMinutes: minutes(YEAR_MINUTES),
  /** Who is asked whether it helped: those who proposed and supported, or every resident. */
  reviewers: z.enum(['followers', 'residents']),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** What a community goes by that has set nothing. */
export const FOLLOW_UP_DEFAULTS: FollowUp = {
  authorAlone: true,
  sendBackSupporters: 3,
  secondsPerSupporter: 3,
  answerMinutes: (7 * DAY) / MINUTE,
  reviewAfterMinutes: (30 * DAY) / MINUTE,
  reviewMinutes: (14 * DAY) / MINUTE,
  reviewers: 'followers',
};
/** Where it is written, for the pages that show it. */
export const FOLLOW_UP_SOURCE = {
  source: '社区议事规则（可由社区修改）',
  sourceDate: '2026-11-25',
  verified: true,
} as const;

/** Answers to a review are shown as figures from this many on, so that nobody's own answer can be read off. */
export const SHOWN_FROM = 5;
