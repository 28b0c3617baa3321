import { Logger } from '@aws-lambda-powertools/logger';
import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';
import type { Difference } from './recount-vote';

const logger = new Logger({ serviceName: 'votes' });
const metrics = new Metrics({ namespace: 'Gongzhi', serviceName: 'votes' });

/** Says that a recount is not what the live figures say, or that a secret vote has not as many ballots as marks: a log line with both numbers, and the metric the alarm watches (infra/src/kernel/watch-stack.ts). */
export const raiseAlarm = ({ voteId, counted, live }: Difference): void => {
  logger.error('count differs', { voteId, counted, live });
  metrics.addMetric('countDiffers', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
