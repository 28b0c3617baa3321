import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';

/** Five levels, the best first. Source: 国办发〔2019〕51号 (好差评): 非常满意, 满意, 基本满意, 不满意, 非常不满意. */
export const LEVELS = ['verySatisfied', 'satisfied', 'fairlySatisfied', 'dissatisfied', 'veryDissatisfied'] as const;
export const Level = z.enum(LEVELS, '请选择满意程度');
export type Level = z.infer<typeof Level>;
/** Levels that count as satisfied: 基本满意 and better (the satisfaction rate of 好差评). */
export const SATISFIED = ['verySatisfied', 'satisfied', 'fairlySatisfied'] as const satisfies readonly Level[];

/** Answers by level. */
export const Levels = z.strictObject({
  verySatisfied: z.int(),
  satisfied: z.int(),
  fairlySatisfied: z.int(),
  dissatisfied: z.int(),
  veryDissatisfied: z.int(),
});
export type Levels = z.infer<typeof Levels>;

/** A share in ten-thousandths, with the ends of its 95 % interval. Percentages exist on screens only. */
export const Share = z.strictObject({ point: z.int(), low: z.int(), high: z.int() });
export type Share = z.infer<typeof Share>;

/**
 * What is shown of some answers, or why nothing is: `few`, there are fewer than ten; `together`, it would let fewer than
 * ten be reckoned from the rest. `satisfied` of `answered` are as they were counted; `rate` is the estimate, weighted by
 * stratum where a sample was drawn by strata.
 */
export const Figure = z.discriminatedUnion('shown', [
  z.strictObject({ shown: z.literal(true), answered: z.int(), satisfied: z.int(), levels: Levels, rate: Share }),
  z.strictObject({ shown: z.literal(false), why: z.enum(['few', 'together']) }),
]);
export type Figure = z.infer<typeof Figure>;

/** What a community did for somebody, of which they are asked when it is finished. */
export const SERVICES = ['resolution', 'activity', 'wish'] as const;
export const Service = z.enum(SERVICES, '请选择服务');
export type Service = z.infer<typeof Service>;

/** A quarter in China time: `2026Q4`. */
export const Quarter = z.string('请选择季度').check(z.regex(/^20\d\dQ[1-4]$/, '请选择季度'));
export type Quarter = z.infer<typeof Quarter>;

/** Of what a round asks: one service, or the whole community in a quarter. */
export const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), service: Service }),
  z.strictObject({ kind: z.literal('quarter'), quarter: Quarter }),
]);
export type About = z.infer<typeof About>;

/** What lowers the confidence in a result and never takes an answer away. `count`: how many answers or reports it is of. */
export const FLAGS = ['burst', 'sameDevice', 'straightLining', 'assistedBurst', 'disowned', 'pressure'] as const;
export const Flag = z.strictObject({ kind: z.enum(FLAGS), count: z.int() });
export type Flag = z.infer<typeof Flag>;
/** `high` without a flag, `lowered` with one kind, `low` with more. */
export const Confidence = z.enum(['high', 'lowered', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** How an answer came: by the app, by the code of a letter, or entered by a worker with that code. */
export const CHANNELS = ['app', 'paper', 'assisted'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;
/** How many answers came so; left out below ten, and where it would let fewer be reckoned. */
export const ChannelCount = z.strictObject({ channel: Channel, answered: z.optional(z.int()) });
export type ChannelCount = z.infer<typeof ChannelCount>;

/** Questions of a round besides the overall one. Source: our own decision, 2026-11-27: who answers is done in twenty seconds. */
export const MOST_QUESTIONS = 5;
/** Answers to one question that names an item of the community's own duties. */
export const QuestionResult = z.strictObject({
  questionId: z.string(),
  dutyItemId: z.string(),
  title: z.string(),
  figure: Figure,
});
/** The overall answers of a part of those asked. */
export const GroupResult = z.strictObject({ by: z.enum(['building', 'ageBand']), name: z.string(), figure: Figure });
export type GroupResult = z.infer<typeof GroupResult>;

/**
 * The result of one round, made once when it closed and never changed. `invited` were asked, of `population`; `answered` is
 * left out below ten. A quarter's sample was drawn with the seed that `seedHash` promised. `channels`: only where not all
 * answers came by the app.
 */
export const Result = z.strictObject({
  roundId: Id,
  communityId: CommunityId,
  about: About,
  population: z.int(),
  invited: z.int(),
  answered: z.optional(z.int()),
  overall: Figure,
  questions: z.array(QuestionResult).check(z.maxLength(MOST_QUESTIONS)),
  groups: z.array(GroupResult),
  flags: z.array(Flag),
  channels: z.optional(z.array(ChannelCount)),
  confidence: Confidence,
  openedAt: Instant,
  closedAt: Instant,
  draw: z.optional(z.strictObject({ seedHash: Sha256, seed: z.string() })),
});
export type Result = z.infer<typeof Result>;

/** Follow-ups of low answers that fell due in a period: `onTime` of `due` were answered by their last day. */
export const FollowUpsOnTime = z.strictObject({ due: z.int(), onTime: z.int() });
export type FollowUpsOnTime = z.infer<typeof FollowUpsOnTime>;
