import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, Sha256, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { About, Channel, Level } from '@gongzhi/shared/kernel/satisfaction-result';
import { spokenCode } from '@gongzhi/shared/kernel/spoken-codes';
import { REASONS, ROUND, type Reason } from './rule-sets';

/** 128 random bits in hex, made on the phone. */
const Random = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** By which one's own answer is asked for again: made on the phone and kept there. */
export const Ticket = Random;
/** The code of a household's invitation, on its letter and in its app: who has it may answer once, in place of the household. */
export const AnswerCode = spokenCode('答题码');
/** An id of a question within its round. */
export const QuestionId = z.string().check(z.regex(/^q[1-5]$/));
/** An item of the duty list, by its id there. */
export const DutyItemId = z.string().check(z.regex(/^[\w.-]{1,40}$/, '请填写清单里的编号'));

/** A question that names one duty of the community. */
export const Question = z.strictObject({ questionId: QuestionId, dutyItemId: DutyItemId, title: z.string() });
export type Question = z.infer<typeof Question>;

const ReasonId = z.enum(
  [...Object.keys(REASONS.good), ...Object.keys(REASONS.bad)] as [Reason, ...Reason[]],
  '请选择理由',
);
/** One answer: the overall level first, then one for each question; the reason that says most; a word if one likes. */
export const Answer = z.strictObject({
  levels: z.array(Level).check(z.minLength(1), z.maxLength(1 + ROUND.mostQuestions)),
  reason: z.optional(ReasonId),
  word: z.optional(line(100, '一句话')),
});
export type Answer = z.infer<typeof Answer>;

/** How an answer comes with its ticket; `device`: random, made once for a phone. */
export const Given = { answer: Answer, ticket: Ticket, device: Random };

/** To what somebody was invited: the household's sample, or an event by its id. */
export const Subject = z.union([z.literal('household'), Id]);
export type Subject = z.infer<typeof Subject>;

/** What an invitation asks, for whoever holds it. */
export const Asking = z.strictObject({
  roundId: Id,
  about: About,
  title: z.string(),
  questions: z.array(z.strictObject({ questionId: QuestionId, title: z.string() })),
  expiresAt: Instant,
  state: z.enum(['open', 'answered', 'expired']),
});
export type Asking = z.infer<typeof Asking>;
/** `by`: how it was answered, where that was not by the app; `disowned`: the household said that the answer is not theirs. */
export const Invitation = z.strictObject({
  ...Asking.shape,
  subject: Subject,
  by: z.optional(Channel),
  disowned: z.optional(z.literal(true)),
});
export type Invitation = z.infer<typeof Invitation>;

/** A round as the street's supervisor oversees it. `disowned`: households that said an answer by code was not theirs. `seed`: told when the round has closed; before that its SHA-256 promises it. */
export const Round = z.strictObject({
  roundId: Id,
  about: About,
  state: z.enum(['drawing', 'open', 'settled']),
  questions: z.array(Question),
  openedAt: Instant,
  closesAt: Instant,
  days: z.int(),
  sample: z.int(),
  population: z.int(),
  invited: z.int(),
  pressure: z.int(),
  disowned: z.optional(z.int()),
  seedHash: z.optional(Sha256),
  seed: z.optional(z.string()),
});
export type Round = z.infer<typeof Round>;

export const FollowUpState = z.enum(['open', 'answered', 'accepted']);
/** Why the one who gave a low answer does not accept what was done. */
export const BACK = { unsolved: '问题还没有解决', partly: '只解决了一部分', noContact: '没有人来了解情况' } as const;
const Back = z.enum(Object.keys(BACK) as [keyof typeof BACK, ...(keyof typeof BACK)[]], '请选择为什么退回');
export const CallBack = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('accept') }),
  z.strictObject({ verdict: z.literal('sendBack'), why: Back }),
]);
export type CallBack = z.infer<typeof CallBack>;

/** A follow-up in a list: nothing of its content. `hand`: whether the reader has taken it on, somebody else, or nobody. */
export const FollowUpHead = z.strictObject({
  followUpId: z.string(),
  about: About,
  state: FollowUpState,
  openedOn: z.iso.date(),
  dueAt: Instant,
  answeredAt: z.optional(Instant),
  sentBack: z.int(),
  hand: z.enum(['mine', 'taken', 'free']),
});
export type FollowUpHead = z.infer<typeof FollowUpHead>;

/** One turn of a follow-up: what was done, in words; or that it was accepted or sent back, and why. */
export const Turn = z.strictObject({
  at: Instant,
  did: z.optional(z.string()),
  back: z.optional(Back),
  accepted: z.optional(z.literal(true)),
});
export type Turn = z.infer<typeof Turn>;

/** What was said, for the one who is responsible: never who said it. */
export const Said = z.strictObject({
  answers: z.array(z.strictObject({ title: z.string(), level: Level })),
  reason: z.optional(ReasonId),
  word: z.optional(z.string()),
});
/** A follow-up, whole. */
export const FollowUp = z.strictObject({ ...FollowUpHead.shape, said: Said, turns: z.array(Turn) });
export type FollowUp = z.infer<typeof FollowUp>;

/** A follow-up for the one whose low answer opened it, found by the ticket. */
export const MyFollowUp = z.strictObject({
  ticket: Ticket,
  followUpId: z.string(),
  state: FollowUpState,
  dueAt: Instant,
  turns: z.array(Turn),
});
export type MyFollowUp = z.infer<typeof MyFollowUp>;
