import { Logger } from '@aws-lambda-powertools/logger';
import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';

const logger = new Logger({ serviceName: 'notices' });
const metrics = new Metrics({ namespace: 'Gongzhi', serviceName: 'notices' });

/** A sending that stands still until a maintainer puts something right; `errcode`: what WeChat answers to every message. */
export interface Held {
  sendId: string;
  errcode: number;
}
export type RaiseAlarm = (held: Held) => void;

/** Says that a sending is held by our own fault (a template, a page, the server's address): a log line with WeChat's code, and the metric the alarm watches (infra/src/kernel/watch-stack.ts). Again each hour, as long as it lasts. */
export const raiseAlarm: RaiseAlarm = ({ sendId, errcode }) => {
  logger.error('sending held', { sendId, errcode });
  metrics.addMetric('sendingHeld', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
