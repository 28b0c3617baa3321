import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, codePoints, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Confidence, Quarter, Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { MOST_DUTIES, MOST_INDICATORS, SCHEME_RULE } from './rule-sets';

/** An item of the duty list, by the number it has there. */
export const DutyItemId = z
  .string('请填写清单里的编号')
  .check(z.regex(/^[\w.-]{1,20}$/, '编号用数字、字母和点，例如 1.2'));

/** One thing a community has to do by law (社区依法履职事项): `source` is the paper it stands in, `sourceDate` that paper's day. */
export const DutyItem = z.strictObject({
  itemId: DutyItemId,
  title: line(40, '事项'),
  source: line(30, '依据'),
  sourceDate: z.iso.date('请填写日期，例如 2025-06-30'),
});
export type DutyItem = z.infer<typeof DutyItem>;
export const DutyItems = z.array(DutyItem).check(
  z.minLength(1, '清单至少要有一项'),
  z.maxLength(MOST_DUTIES, `清单最多 ${MOST_DUTIES} 项`),
  z.refine((items: DutyItem[]) => new Set(items.map(({ itemId }) => itemId)).size === items.length, {
    error: '清单里有两项的编号一样，请改成不同的编号',
  }),
);
/** The duty list of a street's communities. A new version stands beside the old ones, which cards go on citing. */
export const DutyList = z.strictObject({ version: z.int(), setAt: Instant, items: z.array(DutyItem) });
export type DutyList = z.infer<typeof DutyList>;

/**
 * What an indicator may be measured by; nothing else, and nothing that people would have to fill in. The first three are
 * residents' own voice, the last is what is kept in books.
 */
export const SOURCES = [
  'satisfaction.quarter',
  'satisfaction.question',
  'satisfaction.service',
  'followUps.onTime',
  'tasks.onTime',
  'ledger.completeness',
] as const;
export const Source = z.enum(SOURCES, '请选择数据来源');
export type Source = z.infer<typeof Source>;
/**
 * What a service's own card may be measured by: figures that are of this service and of nothing else. What was promised
 * after a survey is no decision, so that of tasks only those of decisions count.
 */
export const SERVICE_SOURCES: Readonly<Record<Service, readonly Source[]>> = {
  resolution: ['satisfaction.service', 'followUps.onTime', 'tasks.onTime', 'ledger.completeness'],
  activity: ['satisfaction.service', 'followUps.onTime'],
  wish: ['satisfaction.service', 'followUps.onTime'],
};

const words = (max: number, what: string) =>
  z.string(`请填写${what}`).check(
    z.trim(),
    z.refine((text: string) => codePoints(text) <= max && !/[\r\n]/.test(text), {
      error: `${what}最多 ${max} 个字，不换行`,
    }),
  );
/** One indicator as it is written. Whether it may stand is asked of the whole scheme, so that all faults are told at once (scheme-rules.ts). */
export const Indicator = z.strictObject({
  indicatorId: z.string().check(z.regex(/^i\d{1,2}$/)),
  title: words(20, '指标'),
  source: Source,
  /** Of satisfaction.service: with which service. */
  service: z.optional(Service),
  dutyItemId: z.string().check(z.maxLength(20, '编号最多 20 个字')),
  /** In thousandths of the whole. */
  weight: z.int('权重请填整数').check(z.minimum(0, '权重不能是负数'), z.maximum(SCHEME_RULE.sum, '权重不能超过 1000')),
  /** Why it is looked at. */
  reason: words(60, '理由'),
});
export type Indicator = z.infer<typeof Indicator>;
export const Indicators = z.array(Indicator).check(z.maxLength(MOST_INDICATORS, `最多 ${MOST_INDICATORS} 项指标`));

/** Of what a scheme or a card is: one service, or the community as a whole where none is named. Each has versions and cards of its own. */
export const OfService = { service: z.optional(Service) };

/** A version of a street's scheme. It holds for quarters from `from` on, until another does. */
export const Scheme = z.strictObject({
  ...OfService,
  version: z.int(),
  from: Quarter,
  dutiesVersion: z.int(),
  setAt: Instant,
  indicators: z.array(Indicator),
});
export type Scheme = z.infer<typeof Scheme>;

/**
 * What was measured for an indicator, frozen: `num` of `den`, the 95 % interval in ten-thousandths, and of how many answers
 * or cases (`base`). `group`: figures of one group come of the same answers and may err together. Or why there is none:
 * `few`, fewer than ten answered; `together`, it would let fewer than ten be reckoned; `none`, nothing fell into the
 * quarter; `notAsked`, residents were not asked this.
 */
export const Input = z.discriminatedUnion('shown', [
  z.strictObject({
    ...{ indicatorId: z.string(), shown: z.literal(true), num: z.int(), den: z.int() },
    ...{ low: z.int(), high: z.int(), base: z.int(), group: z.string(), confidence: z.optional(Confidence) },
  }),
  z.strictObject({
    indicatorId: z.string(),
    shown: z.literal(false),
    why: z.enum(['few', 'together', 'none', 'notAsked']),
  }),
]);
export type Input = z.infer<typeof Input>;
export type Shown = Extract<Input, { shown: true }>;

/**
 * What the weighted figures come to, in ten-thousandths: `from` with what is withheld counted as nothing, `to` with it
 * counted as the whole; `low` and `high` besides that by how much the figures may err (95 %).
 */
export const Total = z.strictObject({ from: z.int(), to: z.int(), low: z.int(), high: z.int() });
export type Total = z.infer<typeof Total>;

/** A card as it stands among others: its sum and its figures, without the scheme's words. */
export const CardHead = z.strictObject({
  ...OfService,
  communityId: CommunityId,
  quarter: Quarter,
  schemeVersion: z.int(),
  madeAt: Instant,
  weights: z.array(z.strictObject({ indicatorId: z.string(), weight: z.int() })),
  inputs: z.array(Input),
  total: Total,
});
export type CardHead = z.infer<typeof CardHead>;
/** An indicator on a card: the scheme's, with the words of the duty it cites as they were then. */
export const CardIndicator = z.strictObject({ ...Indicator.shape, duty: z.string() });
/** A card, whole: everything its sum is made of. Never changed. */
export const Card = z.strictObject({
  ...OfService,
  ...{ communityId: CommunityId, quarter: Quarter, schemeVersion: z.int(), dutiesVersion: z.int(), madeAt: Instant },
  ...{ indicators: z.array(CardIndicator), inputs: z.array(Input), total: Total },
});
export type Card = z.infer<typeof Card>;
