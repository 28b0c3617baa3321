import { Logger } from '@aws-lambda-powertools/logger';
import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';
import type { Units } from './meter';

/** What is known of one request afterwards: never input, output, names or tokens. */
export interface Seen {
  route: string;
  status: number;
  ms: number;
  units: Units;
  requestId: string;
  error: unknown;
}
export type Observe = (seen: Seen) => void;

const slice = process.env['SLICE'] ?? 'kernel';
const logger = new Logger({ serviceName: slice });
const metrics = new Metrics({ namespace: 'Gongzhi', serviceName: slice, singleMetric: false });

const isExpected = (status: number) => status < 500 || status === 503;

// Only these three: an SDK error object may carry stored items.
const causeOf = (error: unknown) =>
  error instanceof Error ? { cause: { name: error.name, message: error.message, stack: error.stack } } : {};

/** One structured log line and one EMF record for each request: latency and consumed units by route. */
export const observe: Observe = ({ route, status, ms, units, requestId, error }) => {
  // in tenths: the noise behind them is long enough to look like somebody's phone
  const latency = Math.round(ms * 10) / 10;
  const line = {
    route,
    status,
    ms: latency,
    readUnits: units.read,
    writeUnits: units.write,
    requestId,
  };
  if (isExpected(status)) logger.info('request', line);
  else logger.error('request failed', { ...line, ...causeOf(error) });
  metrics.addDimension('route', route);
  metrics.addMetric('latency', MetricUnit.Milliseconds, latency);
  metrics.addMetric('readUnits', MetricUnit.Count, units.read);
  metrics.addMetric('writeUnits', MetricUnit.Count, units.write);
  if (!isExpected(status)) metrics.addMetric('failures', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
