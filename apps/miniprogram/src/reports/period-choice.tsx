import { reports } from '@gongzhi/shared/reports/contract';
import { lastPeriods, periodWords, type PeriodId } from '@gongzhi/shared/kernel/periods';
import { REPORT_DEFAULTS } from '@gongzhi/shared/reports/rule-sets';
import { call } from '../kernel/call';
import { Segmented } from '../kernel/ui/segmented';
import { useLoaded } from '../kernel/use-loaded';

const SHOWN = 3;
/** The last periods of the community’s kind, the running one first. */
export const usePeriods = (communityId: string): PeriodId[] => {
  const { loaded } = useLoaded(communityId, () => call(reports.readRule, { communityId }));
  return lastPeriods(new Date(), loaded.value?.every ?? REPORT_DEFAULTS.every, SHOWN);
};

export function PeriodChoice(props: { periods: PeriodId[]; value: PeriodId; onChange: (period: PeriodId) => void }) {
  const { periods, value, onChange } = props;
  const options = periods.map((period) => ({ value: period, label: periodWords(period) }));
  return <Segmented label="期间" options={options} value={value} onChange={onChange} />;
}
