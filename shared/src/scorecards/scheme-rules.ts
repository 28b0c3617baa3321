import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { meets } from '@gongzhi/shared/kernel/shares';
import { SERVICE_SOURCES, type DutyItem, type Indicator, type Scheme, type Source } from './model';
import { quarterAfter, quarterAt } from './quarters';
import { SCHEME_RULE } from './rule-sets';

/** Something that keeps a scheme from being saved, in words; of one indicator where it is that one's. */
export interface Fault {
  indicatorId?: string;
  words: string;
}
type Judged = readonly Indicator[];

const isSatisfaction = ({ source }: { source: Source }): boolean => source.startsWith('satisfaction.');
const isLedger = ({ source }: { source: Source }): boolean => source === 'ledger.completeness';
const weightOf = (indicators: Judged): number => indicators.reduce((sum, { weight }) => sum + weight, 0);

const wholeFaults = (indicators: Judged): Fault[] => {
  const { sum, satisfactionLeast, ledgerMost } = SCHEME_RULE;
  const [all, satisfaction, ledger] = [
    weightOf(indicators),
    weightOf(indicators.filter(isSatisfaction)),
    weightOf(indicators.filter(isLedger)),
  ];
  return [
    ...(all === sum ? [] : [`各项权重加起来是 ${all}，要正好是 ${sum}`]),
    ...(meets(satisfactionLeast, satisfaction, sum) ? [] : [`居民满意度一共占 ${satisfaction}，至少要占一半（500）`]),
    ...(ledger * ledgerMost.den > sum * ledgerMost.num ? [`台账完整占 ${ledger}，最多只能占十分之一（100）`] : []),
  ].map((words) => ({ words }));
};

/** The same question twice would weigh twice. */
const measureOf = ({ source, service, dutyItemId }: Indicator): string =>
  source === 'satisfaction.question' ? `${source} ${dutyItemId}` : `${source} ${service ?? ''}`;

const twice = (indicators: Judged, one: Indicator): boolean =>
  indicators.some((other) => other !== one && measureOf(other) === measureOf(one));

const nameOf = ({ title }: Indicator): string => (title === '' ? '没有写名称的指标' : `“${title}”`);
const dutyFault = ({ dutyItemId }: Indicator): string =>
  dutyItemId === ''
    ? '没有引用清单里的事项'
    : `引用的“${dutyItemId}”不在社区依法履职事项清单里，是部门的工作，不能拿来考核社区`;

/** Whether a figure is of more than the service whose card it would stand on. */
const isForeign = ({ source, service }: Indicator, of: Service | undefined): boolean =>
  of !== undefined && (!SERVICE_SOURCES[of].includes(source) || (service !== undefined && service !== of));

interface Beside {
  all: Judged;
  duties: ReadonlySet<string>;
  service: Service | undefined;
}
/** What may be wrong with one indicator: whether it is, and how it is said after its name. */
const OWN: readonly {
  wrong: (one: Indicator, beside: Beside) => boolean;
  says: (one: Indicator) => string;
}[] = [
  { wrong: ({ title }) => title === '', says: () => '要写名称' },
  { wrong: ({ weight }) => weight <= 0, says: () => '的权重要大于 0' },
  { wrong: ({ reason }) => reason === '', says: () => '没有写为什么要考核' },
  { wrong: ({ dutyItemId }, { duties }) => !duties.has(dutyItemId), says: dutyFault },
  {
    wrong: ({ source, service }) => (source === 'satisfaction.service') !== (service !== undefined),
    says: () => '要选是对哪种服务的评价',
  },
  { wrong: (one, { service }) => isForeign(one, service), says: () => '量的不只是这项服务，不能放进它自己的记分卡' },
  { wrong: (one, { all }) => twice(all, one), says: () => '和另一项用的是同一个数，不能算两遍' },
];

const ownFaults = (one: Indicator, beside: Beside): Fault[] =>
  OWN.filter(({ wrong }) => wrong(one, beside)).map(({ says }) => ({
    indicatorId: one.indicatorId,
    words: `${nameOf(one)}${says(one)}`,
  }));

/**
 * Everything that keeps a scheme from being saved, in the words of whoever writes it; none when it may stand. Each indicator
 * cites an item of the community's own duty list, weights are exactly the whole, residents' satisfaction is at least half of
 * it and the completeness of the ledger at most a tenth (SCHEME_RULE). A service's scheme besides has only figures that are of
 * this `service` alone (SERVICE_SOURCES).
 */
export const schemeFaults = (
  indicators: Judged,
  duties: readonly Pick<DutyItem, 'itemId'>[],
  service?: Service,
): Fault[] => {
  if (indicators.length === 0) return [{ words: '还没有指标' }];
  const known = new Set(duties.map(({ itemId }) => itemId));
  return [
    ...(known.size === 0 ? [{ words: '还没有社区依法履职事项清单，请先定清单' }] : []),
    ...wholeFaults(indicators),
    ...indicators.flatMap((one) => ownFaults(one, { all: indicators, duties: known, service })),
  ];
};

/**
 * From which quarter a scheme that is set now holds: the next, so that nobody is appraised by what was decided after the
 * fact; the first scheme of a street holds from the running quarter on.
 */
export const holdsFrom = (last: Pick<Scheme, 'version'> | undefined, now: Date): string =>
  quarterAfter(quarterAt(now), last ? 1 : 0);
