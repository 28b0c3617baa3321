import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Share } from '@gongzhi/shared/kernel/shares';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Measure, Rule, type UnitKind } from './rule-sets';

export const Choice = z.enum(['for', 'against', 'abstain']);
export type Choice = z.infer<typeof Choice>;

/** Ballots, or the area behind them, by choice; integers. */
export const Counts = z.strictObject({ for: z.int(), against: z.int(), abstain: z.int() });
export type Counts = z.infer<typeof Counts>;

/** How ballots came: from the voter's phone, with help, on paper, or from an agent's phone. */
export const Channels = z.strictObject({ app: z.int(), assisted: z.int(), paper: z.int(), proxy: z.int() });
export type Channels = z.infer<typeof Channels>;

/** What counting ballots gives. `invalid`: papers that could not be read as any choice; they take no part. */
export interface Tally {
  units: Counts;
  area: Counts;
  invalid: number;
  channels: Channels;
}

/** One threshold of the rule against what was counted, each with its fraction and with the least amount that is enough. */
export const TestResult = z.strictObject({
  of: Measure,
  base: z.int(),
  taken: z.int(),
  counts: Counts,
  quorum: z.strictObject({ share: Share, needed: z.int(), reached: z.boolean() }),
  pass: z.strictObject({ share: Share, needed: z.int(), reached: z.boolean() }),
});
export type TestResult = z.infer<typeof TestResult>;

export const Outcome = z.enum(['passed', 'rejected', 'noQuorum', 'advisory']);
export type Outcome = z.infer<typeof Outcome>;

/** What stands at the end: recounted from the ballots, never from a running figure. */
export const Result = z.strictObject({
  counts: Counts,
  invalid: z.int(),
  channels: Channels,
  /** Units on the frozen roll: the base of every share of units. */
  base: z.int(),
  /** Ballots that take part (for + against + abstain). */
  taken: z.int(),
  /** Every threshold of the rule; none in an advisory poll. */
  tests: z.array(TestResult).check(z.maxLength(2)),
  outcome: Outcome,
  /** So few took part in a secret vote that the counts would tell who chose what: they are all nought here, whatever they are. */
  few: z.optional(z.literal(true)),
  decision: z.string(),
  settledAt: Instant,
});
export type Result = z.infer<typeof Result>;

/** A unit the reader may cast for. `own`: by the roll; `proxy`: as agent. Choice and time only when the reader cast it. */
export const MyUnit = z.strictObject({
  unitId: Id,
  as: z.enum(['own', 'proxy']),
  voted: z.boolean(),
  /** Area behind the ballot, 0.01 m², and property units it is made of. */
  area: z.optional(z.int()),
  parts: z.optional(z.int()),
  choice: z.optional(Choice),
  castAt: z.optional(Instant),
  /** Somebody was authorised in writing and has not voted yet. */
  proxied: z.optional(z.boolean()),
});
export type MyUnit = z.infer<typeof MyUnit>;

/** Units in words: the measure word and what is counted. */
export const UNIT_WORDS = {
  household: { count: '户', what: '户', votes: '一户一票' },
  person: { count: '人', what: '居民', votes: '一人一票' },
  delegate: { count: '名', what: '居民代表', votes: '每位代表一票' },
  owner: { count: '位', what: '业主', votes: '每位业主一票，面积按名下全部房屋计算' },
} as const satisfies Record<UnitKind, object>;

/** A vote, one ballot a unit. `turnout` is the live number of units that voted; no choice is shown before the end. */
export const Vote = z.strictObject({
  voteId: Id,
  proposalId: Id,
  communityId: CommunityId,
  question: z.string(),
  resolution: z.string(),
  openedAt: Instant,
  closesAt: Instant,
  phase: z.enum(['open', 'counting', 'decided']),
  rule: Rule,
  /** `secret`: a ballot is final and nobody can join it to who cast it. */
  ballot: z.enum(['named', 'secret']),
  /** The frozen roll: units, the area behind them (0.01 m², owners only) and its hash. */
  roll: z.strictObject({ units: z.int(), area: z.int(), hash: Sha256 }),
  turnout: z.int(),
  result: z.optional(Result),
  /**
   * Present for a resident who is signed in: the first of the units the reader may cast for, and all of them. How a ballot
   * was cast is told only to the one who cast it.
   */
  mine: z.optional(
    z.strictObject({
      onRoll: z.boolean(),
      voted: z.boolean(),
      choice: z.optional(Choice),
      castAt: z.optional(Instant),
      units: z.array(MyUnit),
      /** How the household's ballot came, when not by phone. */
      channel: z.optional(z.enum(['assisted', 'paper'])),
      /** The mark of the unit's own secret ballot: a phone whose answer was lost knows by it that its ballot is the one that counts. */
      mark: z.optional(Sha256),
    }),
  ),
});
export type Vote = z.infer<typeof Vote>;
