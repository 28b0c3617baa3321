import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { TEMPLATE_KINDS } from '@gongzhi/shared/kernel/templates';
import { SEND_STATES, STOPS } from './sending';
import { DIGEST_HOURS, TOPIC_NAMES } from '@gongzhi/shared/kernel/topics';

/**
 * What a person is told: that something happened to a matter they proposed or supported. The words are made where they
 * are read, from the event's type and its numbers, so that a version that knows a type better says it better.
 */
export const Notice = z.strictObject({
  /** The event told of: nobody is told of it twice. */
  noticeId: Id,
  type: z.string(),
  communityId: CommunityId,
  proposalId: Id,
  /** The matter's title when it was told. */
  title: z.string(),
  at: Instant,
  arrivedAt: Instant,
  read: z.boolean(),
  /** What became of an announcement since it was told; its title is then the one it has now. */
  since: z.optional(z.enum(['corrected', 'withdrawn'])),
  data: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
});
export type Notice = z.infer<typeof Notice>;

export const TopicName = z.enum(TOPIC_NAMES);
export const DigestHour = z.literal(DIGEST_HOURS);

/** A template of the deployment: `id` is WeChat's. */
export const Offer = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  id: z.string(),
  type: z.enum(['once', 'long']),
});
/** What is left of a template, and what keeps the app from asking for it. */
export const Balance = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  type: z.enum(['once', 'long']),
  balance: z.int().check(z.nonnegative()),
  closed: z.optional(z.literal(true)),
  refusedAt: z.optional(Instant),
  askedAt: z.optional(Instant),
});

const Figure = z.int().check(z.nonnegative());
/**
 * How far a notice has come. Everybody who was `told` has it in the app; the figures below say what became of the message
 * over WeChat and add up to `told` together with `waiting`. `opened`: opened in the app, which nobody has to.
 */
export const Reach = z.strictObject({
  noticeId: Id,
  state: z.enum(SEND_STATES),
  told: Figure,
  opened: Figure,
  delivered: Figure,
  notSubscribed: Figure,
  refused: Figure,
  appOnly: Figure,
  unclear: Figure,
  uncertain: Figure,
  waiting: Figure,
  /** Nothing is sent before: quiet hours, or WeChat's quota. */
  wake: z.optional(Instant),
  /** Why it stopped, and which field of the message broke its format. */
  why: z.optional(z.enum(STOPS)),
  field: z.optional(z.string()),
});
export type Reach = z.infer<typeof Reach>;
