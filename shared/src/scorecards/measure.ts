import type {
  Figure as Published,
  FollowUpsOnTime,
  Result as RoundResult,
  Service,
} from '@gongzhi/shared/kernel/satisfaction-result';
import { wilson } from '@gongzhi/shared/kernel/statistics/wilson';
import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';
import type { Indicator, Input } from './model';
import { spanOf } from './quarters';

type Hidden = Extract<Published, { shown: false }>;
/** A figure of a published result: what was counted and the estimate in ten-thousandths, or why nothing is shown. */
export type Figure = Omit<Extract<Published, { shown: true }>, 'levels'> | Hidden;
/** What is read of a round's published result. */
export interface Result extends Pick<RoundResult, 'roundId' | 'about' | 'confidence' | 'openedAt' | 'closedAt'> {
  overall: Figure;
  questions: readonly { dutyItemId: string; figure: Figure }[];
}
/**
 * Everything a card may be made of, for one community and quarter: whole numbers and published results. `service`: of this one
 * alone.
 */
export interface Facts {
  quarter: string;
  service?: Service | undefined;
  /** Results of rounds that closed from the quarter's beginning until the day its card may be made. */
  results: readonly Result[];
  /**
   * Follow-ups of the low answers that shown results are made of, and how many were answered by their last day: of no other
   * answer, for their number would tell how many of a few were low.
   */
  followUps: FollowUpsOnTime;
  /** Tasks after decisions whose first last day lay in the quarter, and how many were finished by it and not sent back since. */
  tasks: { due: number; onTime: number };
  /** Votes that passed in the quarter, and how many of them have a task with who does it and until when. */
  decisions: { passed: number; recorded: number };
}
type Measured = Indicator & { facts: Facts };

const withheld = ({ indicatorId }: Indicator, why: 'few' | 'together' | 'none' | 'notAsked'): Input => ({
  ...{ indicatorId, shown: false, why },
});

/** A count of cases: its interval tells how firm it is with so few or so many of them. */
const counted = (of: Indicator, yes: number, all: number): Input =>
  all === 0
    ? withheld(of, 'none')
    : {
        indicatorId: of.indicatorId,
        shown: true,
        num: yes,
        den: all,
        ...wilson(yes, all),
        base: all,
        group: of.source,
      };

/** A published figure of a sample: its estimate is a share in ten-thousandths already. */
const sampled = (of: Indicator, figure: Figure | undefined, { roundId, confidence }: Result): Input => {
  if (!figure) return withheld(of, 'notAsked');
  if (!figure.shown) return withheld(of, figure.why);
  const { point, low, high } = figure.rate;
  return {
    ...{ indicatorId: of.indicatorId, shown: true, num: point, den: WHOLE, low, high },
    ...{ base: figure.answered, group: roundId, confidence },
  };
};

const ofQuarter = ({ facts, ...of }: Measured): Input => {
  const result = facts.results.find(({ about }) => about.kind === 'quarter' && about.quarter === facts.quarter);
  if (!result) return withheld(of, 'notAsked');
  if (of.source === 'satisfaction.quarter') return sampled(of, result.overall, result);
  return sampled(of, result.questions.find(({ dutyItemId }) => dutyItemId === of.dutyItemId)?.figure, result);
};

const LEAST = ['low', 'lowered', 'high'] as const;

type Round = Pick<Result, 'about' | 'closedAt' | 'overall'>;
/**
 * Results of a quarter, about a service or about all and of the quarter's own sample: each result is of one quarter. All of
 * them, and those that show something; or why none does.
 */
export const resultsOf = <R extends Round>(results: readonly R[], service: Service | undefined, quarter: string) => {
  const { until } = spanOf(quarter);
  const own = results.filter(({ about, closedAt }) =>
    about.kind === 'event'
      ? closedAt < until && (!service || about.service === service)
      : !service && about.quarter === quarter,
  );
  const shown = own.filter(({ overall }) => overall.shown);
  const why = own.length === 0 ? ('notAsked' as const) : shown.length === 0 ? ('few' as const) : undefined;
  return { own, shown, why };
};

/** All of a service's results of the quarter together: they are of different answers, and what is withheld stays so. */
const ofService = ({ facts, ...of }: Measured): Input => {
  if (!of.service) return withheld(of, 'notAsked');
  const { own, why } = resultsOf(facts.results, of.service, facts.quarter);
  const shown = own.flatMap(({ overall }) => (overall.shown ? [overall] : []));
  if (why) return withheld(of, why);
  const sum = (pick: (figure: (typeof shown)[number]) => number) => shown.reduce((all, one) => all + pick(one), 0);
  const [yes, all] = [sum(({ satisfied }) => satisfied), sum(({ answered }) => answered)];
  const confidence = LEAST.find((grade) => own.some((one) => one.overall.shown && one.confidence === grade)) ?? 'high';
  const group = `${of.source} ${of.service}`;
  return {
    indicatorId: of.indicatorId,
    shown: true,
    num: yes,
    den: all,
    ...wilson(yes, all),
    base: all,
    group,
    confidence,
  };
};

const followedUp = ({ facts, ...of }: Measured): Input => {
  const { why } = resultsOf(facts.results, facts.service, facts.quarter);
  return why ? withheld(of, why) : counted(of, facts.followUps.onTime, facts.followUps.due);
};

/** What is measured for an indicator, from what its source says; or why it is withheld. */
export const measure = (of: Indicator, facts: Facts): Input => {
  switch (of.source) {
    case 'satisfaction.quarter':
    case 'satisfaction.question':
      return ofQuarter({ ...of, facts });
    case 'satisfaction.service':
      return ofService({ ...of, facts });
    case 'followUps.onTime':
      return followedUp({ ...of, facts });
    case 'tasks.onTime':
      return counted(of, facts.tasks.onTime, facts.tasks.due);
    case 'ledger.completeness':
      return counted(of, facts.decisions.recorded, facts.decisions.passed);
  }
};
