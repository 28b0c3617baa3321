import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { SERVICE_SOURCES, SOURCES, type DutyItem, type Indicator, type Source } from '@gongzhi/shared/scorecards/model';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { schemeFaults, type Fault } from '@gongzhi/shared/scorecards/scheme-rules';

/** The lowest id no indicator has. */
const freeId = (all: readonly Indicator[]): string => {
  const taken = new Set(all.map(({ indicatorId }) => indicatorId));
  let n = 1;
  while (taken.has(`i${n}`)) n += 1;
  return `i${n}`;
};
/** Sources a scheme may be made of: a service's own has those of it alone. */
export const sourcesOf = (service?: Service): readonly Source[] => (service ? SERVICE_SOURCES[service] : SOURCES);

export const nextIndicator = (all: readonly Indicator[], service?: Service): Indicator => ({
  ...{ indicatorId: freeId(all), title: '', dutyItemId: '', weight: 0, reason: '' },
  ...(service ? { source: 'satisfaction.service', service } : { source: 'satisfaction.quarter' }),
});
export const withIndicator = (all: readonly Indicator[], one: Indicator): Indicator[] =>
  all.some(({ indicatorId }) => indicatorId === one.indicatorId)
    ? all.map((other) => (other.indicatorId === one.indicatorId ? one : other))
    : [...all, one];
export const withoutIndicator = (all: readonly Indicator[], indicatorId: string): Indicator[] =>
  all.filter((other) => other.indicatorId !== indicatorId);

/** Another source; a service is named where it is one of services and nowhere else: the scheme's own, or one to choose from. */
export const withSource = (
  { service: _, ...one }: Indicator,
  source: Source,
  service: Service = 'resolution',
): Indicator => ({
  ...one,
  source,
  ...(source === 'satisfaction.service' ? { service } : {}),
});

/** A weight as it is typed: parts of a thousand; 0 for what is no number. */
export const weightOf = (typed: string): number =>
  /^\d{1,4}$/.test(typed.trim()) ? Math.min(1_000, Number(typed)) : 0;

/** What is wrong with the scheme as a whole, and with each indicator. */
export const sortFaults = (all: readonly Indicator[], duties: readonly DutyItem[], service?: Service) => {
  const faults: Fault[] = schemeFaults(all, duties, service);
  return {
    whole: faults.filter(({ indicatorId }) => indicatorId === undefined).map(({ words }) => words),
    of: (id: string) => faults.filter(({ indicatorId }) => indicatorId === id).map(({ words }) => words),
    any: faults.length > 0,
  };
};

/** Why a scheme cannot be saved now; nothing when it can. */
export const whyNot = (isTyped: boolean, isFaulty: boolean): string | undefined => {
  if (!isTyped) return '没有改动。';
  return isFaulty ? '还有地方要改，见上面的提示。' : undefined;
};
/** From when on what is being written will hold, by what is there already. */
export const sinceWords = ({
  now,
  later,
}: {
  now?: object | undefined;
  later?: { from: string } | undefined;
}): string => {
  if (later) return `下面是${quarterWords(later.from)}起的办法，在那以前还可以改。`;
  return now ? '改了以后从下个季度起用：不能事后改考核的办法。' : '第一份办法从这个季度起用，以后改的从下个季度起用。';
};
