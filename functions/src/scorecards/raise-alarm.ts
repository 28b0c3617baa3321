import { Logger } from '@aws-lambda-powertools/logger';
import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';
import type { Card, Total } from '@gongzhi/shared/scorecards/model';

const logger = new Logger({ serviceName: 'scorecards' });
const metrics = new Metrics({ namespace: 'Gongzhi', serviceName: 'scorecards' });

export type RaiseAlarm = (difference: {
  communityId: string;
  quarter: string;
  service?: Card['service'];
  stands: Total;
  recounted: Total;
}) => void;

/** Says that a card's sum is not what its own figures come to: a log line with both, and the metric the alarm watches (infra/src/kernel/watch-stack.ts). */
export const raiseAlarm: RaiseAlarm = (difference) => {
  logger.error('card differs', { ...difference });
  metrics.addMetric('cardDiffers', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
