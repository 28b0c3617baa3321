import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { Audience } from '@gongzhi/shared/kernel/audience';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Fetched, FileRef, FILES } from './files';

export const MOST = { title: 40, body: 1_000, place: 40, links: 3, reason: 100 } as const;

/** What an announcement may point to, by the page it opens. */
export const LINKED = { proposal: '议事事项', vote: '表决', activity: '志愿活动', meeting: '会议' } as const;
export type Linked = keyof typeof LINKED;
export const Link = z.strictObject({
  to: z.enum(Object.keys(LINKED) as [Linked, ...Linked[]]),
  id: Id,
  label: line(30, '附件名称'),
});
export type Link = z.infer<typeof Link>;

/** The words of an announcement: what a correction may change. `when`: when what it tells of begins; `until`: ends. */
export const Words = z
  .strictObject({
    title: line(MOST.title, '标题'),
    body: text(MOST.body, '正文'),
    place: z.optional(line(MOST.place, '地点')),
    when: z.optional(Instant),
    until: z.optional(Instant),
    links: z.array(Link).check(z.maxLength(MOST.links, `附件最多 ${MOST.links} 个`)),
    files: z.optional(z.array(FileRef).check(z.maxLength(FILES.most.value, `图片和文件最多 ${FILES.most.value} 个`))),
  })
  .check(
    z.refine(({ when, until }) => !until || (when !== undefined && until > when), {
      error: '结束时间要晚于开始时间',
      path: ['until'],
    }),
  );
export type Words = z.infer<typeof Words>;

export const Content = z.strictObject({ words: Words, kind: Kind, audience: Audience });
export type Content = z.infer<typeof Content>;

export const State = z.enum(['draft', 'waiting', 'returned', 'scheduled', 'published', 'withdrawn']);
export type State = z.infer<typeof State>;

/** How a state is said to those who write announcements. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: '草稿',
  waiting: '等第二个人同意',
  returned: '退回修改',
  scheduled: '定时发布',
  published: '已发布',
  withdrawn: '已撤回',
};

/** Of an announcement, what lists show. `at`: published, or else written. */
export const Head = z.strictObject({
  announcementId: Id,
  title: z.string(),
  kind: Kind,
  state: State,
  at: Instant,
  publishAt: z.optional(Instant),
  /** Counts up with each correction, from 1. */
  version: z.int(),
  /** It is for everybody of the community. */
  whole: z.boolean(),
  override: z.optional(z.literal(true)),
});
export type Head = z.infer<typeof Head>;

/** A text as it stood from an instant on; `note`: what was corrected. */
export const Version = z.strictObject({ version: z.int(), at: Instant, note: z.optional(z.string()), words: Words });
export type Version = z.infer<typeof Version>;

/** What a resident reads: the text that holds, and what it said before. `reason`: why it was withdrawn. */
export const Shown = z.strictObject({
  ...Head.shape,
  words: Words,
  earlier: z.array(Version),
  note: z.optional(z.string()),
  correctedAt: z.optional(Instant),
  withdrawnAt: z.optional(Instant),
  reason: z.optional(z.string()),
});
export type Shown = z.infer<typeof Shown>;

/** What those who write and approve see besides. */
export const Draft = z.strictObject({
  ...Head.shape,
  /** Counts up with each change of what is kept; the condition of the next. */
  revision: z.int(),
  words: Words,
  audience: Audience,
  mine: z.boolean(),
  /** Why it was sent back, or withdrawn. */
  reason: z.optional(z.string()),
  /** Why it may come in quiet hours. */
  overrideReason: z.optional(z.string()),
  /** A correction that waits for a second person. */
  proposed: z.optional(z.strictObject({ words: Words, note: z.string(), mine: z.boolean() })),
});
export type Draft = z.infer<typeof Draft>;

/** How many an audience is, by which way they are reached; counted when the census was made, not now. */
export const Estimate = z.strictObject({
  people: z.int(),
  /** WeChat may send them one message; absent for followers, who are counted and not looked at. */
  wechat: z.optional(z.int()),
  /** In the app alone. */
  appOnly: z.optional(z.int()),
  /** Households of these places of which nobody is in the app; absent where a place does not say who is meant. */
  silentHouseholds: z.optional(z.int()),
  asOf: Instant,
});
export type Estimate = z.infer<typeof Estimate>;

/** Why a household stands where it stands on a call list. */
export const NEEDS = {
  alone: '可能是独居老人',
  elderly: '家有 75 岁以上老人',
  single: '名册上只有一位成年人',
  silent: '没有人在小程序里',
} as const;
export type Need = keyof typeof NEEDS;
const NeedName = z.enum(Object.keys(NEEDS) as [Need, ...Need[]]);

export const CallOutcome = z.enum(['phone', 'door', 'absent'], '请选择联系的结果');
export type CallOutcome = z.infer<typeof CallOutcome>;
export const OUTCOME_WORDS: Readonly<Record<CallOutcome, string>> = {
  phone: '电话讲到了',
  door: '上门讲到了',
  absent: '没有人',
};

/** A household of a call list: its door in the place of an id. */
export const RowKey = z.string().check(z.minLength(3), z.maxLength(80));
export const Row = z.strictObject({
  row: RowKey,
  door: z.string(),
  needs: z.array(NeedName),
  /** Adults as the roll names them, with the phone as it is masked there. */
  adults: z.array(z.strictObject({ name: z.string(), phone: z.optional(z.string()) })),
  /** How often nobody was there. */
  absent: z.int(),
  /** They were told before it was corrected or withdrawn. */
  again: z.optional(z.boolean()),
  hand: z.enum(['free', 'mine', 'taken']),
  until: z.optional(Instant),
});
export type Row = z.infer<typeof Row>;

/** What whoever calls has to say: the announcement as it stands now; `correctedAt`: it once said something else. */
export const ToSay = z.strictObject({
  title: z.string(),
  place: z.optional(z.string()),
  when: z.optional(Instant),
  until: z.optional(Instant),
  correctedAt: z.optional(Instant),
  /** Why it was withdrawn, when it was: only who was told before need hear of it. */
  withdrawn: z.optional(z.string()),
});
export type ToSay = z.infer<typeof ToSay>;

/** How far a call list has come, in households; `wechat`: the message arrived after the list was made. */
export const Tally = z.strictObject({
  ...{ rows: z.int(), phone: z.int(), door: z.int(), opened: z.int(), wechat: z.int() },
});
export type Tally = z.infer<typeof Tally>;

/** A public announcement on the board: what somebody without an account may read. */
export const Posted = z.strictObject({
  announcementId: Id,
  title: z.string(),
  kind: Kind,
  at: Instant,
  body: z.string(),
  place: z.optional(z.string()),
  when: z.optional(Instant),
  until: z.optional(Instant),
  corrected: z.boolean(),
  /** Its files, and where each is fetched for a quarter of an hour. */
  files: z.optional(z.array(FileRef)),
  fetched: z.optional(z.array(Fetched)),
});
export type Posted = z.infer<typeof Posted>;

export const here = { communityId: CommunityId };
export const inOne = { ...here, announcementId: Id };
