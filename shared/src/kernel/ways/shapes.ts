import '../zod';
import * as z from 'zod/mini';
import { Instant } from '../fields';

/**
 * What must have happened before a matter goes on.
 * `supporters`: enough neighbours support it. `heard`: a meeting with a quorum dealt with it. `notice`: it was announced,
 * and so many days have gone by. `publicity`: the same, and during it anybody may object. `objections`: each was
 * answered. `recorded`: a step held on the spot, with its figures. `vote`: a vote passed (a poll: was counted).
 * `days`: so many days since the result. `completed`: all tasks are accepted. `reviewed`: the review is over.
 */
export const GateKind = z.enum([
  'supporters',
  'heard',
  'notice',
  'publicity',
  'objections',
  'recorded',
  'vote',
  'days',
  'completed',
  'reviewed',
]);
export type GateKind = z.infer<typeof GateKind>;

export const AffairKind = z.enum(['selfGoverned', 'selfHelp', 'mutualHelp', 'joint', 'public']);
export type AffairKind = z.infer<typeof AffairKind>;

/** What a number of a gate counts: days that people work, days of the calendar, or whether the gate is asked for at all (1 or 0). */
export const Unit = z.enum(['working', 'calendar', 'asked']);
export type Unit = z.infer<typeof Unit>;

export const facts = z.record(z.string(), z.union([z.int(), z.string(), z.boolean()]));
/** What a gate was passed by: an event, or what a worker entered. Never edited: a correction takes it out, and says why in a record of its own. */
export const Evidence = z.strictObject({
  /** The event that brought it. */
  eventId: z.string(),
  at: Instant,
  /** Until then its days run. */
  endsAt: z.optional(Instant),
  /** Days of a year whose holidays are not announced yet were counted. */
  estimated: z.optional(z.boolean()),
  facts,
});
export type Evidence = z.infer<typeof Evidence>;

export const GateState = z.enum(['passed', 'open', 'closed']);
export type GateState = z.infer<typeof GateState>;
