import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Speaking } from './speaking';

/** 议事会 居民会议 居民代表会议 业主大会 听证会 协调会 评议会. */
export const Kind = z.enum(['council', 'residents', 'delegates', 'owners', 'hearing', 'coordination', 'review']);
export type Kind = z.infer<typeof Kind>;

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  council: '社区议事会',
  residents: '居民会议',
  delegates: '居民代表会议',
  owners: '业主大会',
  hearing: '听证会',
  coordination: '协调会',
  review: '评议会',
};

/**
 * Where a meeting stands. `called`: invited. `gathering`: the list of those expected is frozen and people sign in. `open`:
 * the chair declared it open, which takes a quorum. A `cancelled` one was called off before it opened.
 */
export const Status = z.enum(['called', 'gathering', 'open', 'ended', 'cancelled']);
export type Status = z.infer<typeof Status>;

export const Side = z.enum(['for', 'against']);
export type Side = z.infer<typeof Side>;
export const Choice = z.enum(['for', 'against', 'abstain']);
export type Choice = z.infer<typeof Choice>;

/** Place of a matter on the agenda, from 1. */
export const ItemNo = z.int().check(z.minimum(1), z.maximum(6));
/** A matter on the agenda with the minutes set aside for it; the title as it stood when the meeting was called. */
export const Item = z.strictObject({ n: z.int(), proposalId: Id, title: z.string(), minutes: z.int() });
export type Item = z.infer<typeof Item>;

/** Who is invited, when and where. `expectedCount`: the base where it is larger than the members in the app (a roll on paper). */
export const Meeting = z.strictObject({
  meetingId: Id,
  communityId: CommunityId,
  kind: Kind,
  place: z.string(),
  startsAt: Instant,
  minutes: z.int(),
  agenda: z.array(Item),
  roles: z.array(z.enum(ROLES)),
  expectedCount: z.optional(z.int()),
  speaking: z.optional(Speaking),
  calledAt: Instant,
  status: Status,
  reason: z.optional(z.string()),
});
export type Meeting = z.infer<typeof Meeting>;

/** Hands raised; integers, one a person present. */
export const Hands = z.strictObject({ for: z.int(), against: z.int(), abstain: z.int() });
export type Hands = z.infer<typeof Hands>;
export const Outcome = z.enum(['passed', 'rejected', 'noQuorum']);
export type Outcome = z.infer<typeof Outcome>;

/** The question on the floor, or the last one with its result. `presentAtClose`: the people present when it was closed. */
export const Question = z.strictObject({
  n: z.int(),
  item: z.int(),
  text: z.string(),
  putAt: Instant,
  hands: Hands,
  /** Hands raised so far, while their choices are not shown. */
  raised: z.optional(z.int()),
  outcome: z.optional(Outcome),
  presentAtClose: z.optional(z.int()),
});
export type Question = z.infer<typeof Question>;

/** Who has the floor. `seconds`: what was granted, extensions included. */
export const Speech = z.strictObject({
  personId: Id,
  name: z.string(),
  side: Side,
  startedAt: Instant,
  seconds: z.int(),
  extensions: z.int(),
});
export type Speech = z.infer<typeof Speech>;

/** Somebody waiting to speak; `spoken`: how often they have on this matter. */
export const Ask = z.strictObject({ personId: Id, name: z.string(), side: Side, at: Instant, spoken: z.int() });
export type Ask = z.infer<typeof Ask>;

/** The minutes' way: open to objections until an instant, confirmed by those who attended, frozen with a hash. */
export const MinutesState = z.strictObject({
  objectionsUntil: Instant,
  openObjections: z.int(),
  confirmed: z.int(),
  confirmationsNeeded: z.int(),
  /** Grows with each correction; confirmations count for the version they were given to. */
  version: z.int(),
  frozenAt: z.optional(Instant),
  hash: z.optional(Sha256),
});
export type MinutesState = z.infer<typeof MinutesState>;

/** What the caller is in this meeting. */
export const Mine = z.strictObject({
  present: z.boolean(),
  expected: z.boolean(),
  attended: z.boolean(),
  asked: z.boolean(),
  spoken: z.int(),
  spokenSeconds: z.int(),
  hand: z.optional(Choice),
  confirmed: z.boolean(),
});
export type Mine = z.infer<typeof Mine>;

/** A meeting as it stands: all that a live page needs, a handful of items whatever the number of those present. `now` is the server's, for phones whose clock is wrong. */
export const Live = z.strictObject({
  ...Meeting.shape,
  now: Instant,
  base: z.int(),
  needed: z.int(),
  present: z.int(),
  quorate: z.boolean(),
  /** The item on the floor, and those that are finished. */
  item: z.optional(z.int()),
  heard: z.array(z.int()),
  speech: z.optional(Speech),
  question: z.optional(Question),
  /** The first of each side who wait. */
  asks: z.array(Ask),
  /** Whom the chair calls next, if somebody waits. */
  nextSpeaker: z.optional(Id),
  startedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  record: z.optional(MinutesState),
  mine: Mine,
});
export type Live = z.infer<typeof Live>;

/** Texts go through the content check; what it is not sure of waits for a worker. */
export const TextState = z.enum(['published', 'waiting', 'refused']);
export type TextState = z.infer<typeof TextState>;

export const LineKind = z.enum([
  'opened',
  'item-opened',
  'item-closed',
  'quorum-lost',
  'quorum-regained',
  'speech',
  'question-put',
  'question-closed',
  'ended',
  'summary',
  'objection',
  'answer',
  'correction',
]);
export type LineKind = z.infer<typeof LineKind>;

/** One line of the minutes. Never changed: a summary, an objection, its answer and a correction are lines of their own that say which line they are `about`. */
export const Line = z.strictObject({
  lineId: Id,
  kind: LineKind,
  at: Instant,
  item: z.optional(z.int()),
  present: z.optional(z.int()),
  needed: z.optional(z.int()),
  base: z.optional(z.int()),
  personId: z.optional(Id),
  name: z.optional(z.string()),
  side: z.optional(Side),
  seconds: z.optional(z.int()),
  question: z.optional(z.int()),
  hands: z.optional(Hands),
  outcome: z.optional(Outcome),
  about: z.optional(Id),
  text: z.optional(z.string()),
  state: z.optional(TextState),
});
export type Line = z.infer<typeof Line>;

/** A written opinion on a matter of the agenda, of somebody who cannot come or did not get to speak. */
export const Opinion = z.strictObject({
  opinionId: Id,
  item: z.int(),
  side: Side,
  text: z.string(),
  name: z.string(),
  at: Instant,
  state: TextState,
});
export type Opinion = z.infer<typeof Opinion>;
