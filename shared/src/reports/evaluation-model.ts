import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { PeriodId } from '@gongzhi/shared/kernel/periods';
import { MOST_CRITERIA, MOST_REFS, MOST_RESIDENTS } from './rule-sets';

/** The five who say something (五评议): oneself, the branch, the community, residents, and the unit where it is asked. */
export const SIDES = {
  self: '本人',
  branch: '党支部',
  community: '社区',
  residents: '居民',
  unit: '单位',
} as const;
/** Sides that answer criterion by criterion; residents say a few words instead. */
export const Side = z.enum(['self', 'branch', 'community', 'unit'], '请选择是哪一方');
export type Side = z.infer<typeof Side>;

export const CriterionId = z.string().check(z.regex(/^c[1-9]$/));
/** A criterion as a question to answer in words. */
export const Criterion = z.strictObject({
  criterionId: CriterionId,
  title: line(12, '标准的名称'),
  asks: line(80, '要回答的问题'),
});
/** One version of a community's criteria, with where they come from. */
export const Criteria = z.strictObject({
  version: z.int(),
  items: z.array(Criterion),
  source: z.string(),
  sourceDate: z.iso.date(),
  verified: z.boolean(),
});
export type Criteria = z.infer<typeof Criteria>;
export const NewCriteria = z.strictObject({
  items: z.array(Criterion).check(
    z.minLength(1, '至少写一条标准'),
    z.maxLength(MOST_CRITERIA, `最多 ${MOST_CRITERIA} 条`),
    z.refine((all) => new Set(all.map(({ criterionId }) => criterionId)).size === all.length, '标准的编号重复了'),
  ),
  source: line(120, '依据'),
});

/** What would make a mark, a rank or a verdict of words: 95分, 第2名, 不合格, 优秀等次. Minutes (分钟) are facts. */
const MARKS = [
  /[打得评给]了?\s*[\d０-９一二三四五六七八九十百点半两.]+\s*分(?!钟)/,
  /(?<![点时\d０-９.])[\d０-９]+(?:\.\d+|[\d０-９])\s*分(?![钟之])|满分/,
  /[一二三四五六七八九]十[一二三四五六七八九]?分(?![钟之])|(?<![\d一二三四五六七八九])一?百分(?![钟之])/,
  /[\d一二三四五两]\s*颗?星(?![期球])/,
  /第\s*[\d一二三四五六七八九十]+\s*名|排名|等次|[A-EＡ-Ｅ]\s*级/,
  /不合格|不称职|不达标/,
];
export const hasMark = (words: string): boolean => MARKS.some((mark) => mark.test(words));
const unmarked = <T extends z.ZodMiniType<string>>(words: T) =>
  words.check(z.refine((said: string) => !hasMark(said), '评议只写事实和看法，不打分、不排名、不下“合格不合格”的结论'));

/** A record line that an answer points at. */
export const Ref = z.strictObject({ from: Instant, entryId: Id });
export type Ref = z.infer<typeof Ref>;
/** What one side says of one criterion: words and what they point at, never a figure. */
export const Said = z.strictObject({
  criterionId: CriterionId,
  words: unmarked(text(200, '评议')),
  refs: z.array(Ref).check(z.maxLength(MOST_REFS, `一条最多引用 ${MOST_REFS} 次服务`)),
});
export type Said = z.infer<typeof Said>;
export const ResidentWords = unmarked(text(100, '想说的话'));
export const ReplyWords = unmarked(text(200, '回应'));

const seen = { words: z.string(), refs: z.array(Ref) };
/** An evaluation: each criterion with what every side said of it, beside one another. No figure is in it but the version of the criteria. */
export const Evaluation = z.strictObject({
  memberId: Id,
  name: z.string(),
  period: PeriodId,
  openedAt: Instant,
  criteria: z
    .array(
      z.strictObject({
        ...Criterion.shape,
        said: z.array(z.strictObject({ side: Side, at: Instant, ...seen })).check(z.maxLength(Side.options.length)),
      }),
    )
    .check(z.maxLength(MOST_CRITERIA)),
  /** What residents wrote, without names; absent while there are fewer than three. */
  residents: z.optional(z.array(z.string()).check(z.maxLength(MOST_RESIDENTS))),
  reply: z.optional(z.strictObject({ words: z.string(), at: Instant })),
});
export type Evaluation = z.infer<typeof Evaluation>;
