import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** The deployment's numbers, each with its reason. A slice file gives only what is its own. */
export const FUNCTION = {
  /** CPU is a share of memory: the first invocation takes 15.5 ms at 128 MB and 3.6 at 512 (maxday/lambda-perf, 2026-08). */
  memoryMb: 512,
  /** Below the 30 s at which an HTTP API gives up, and above three DynamoDB attempts of 3 s that all time out. */
  apiSeconds: 10,
  /** One batch of stream records or one event; a batch is at most `STREAM.batch` records. */
  consumerSeconds: 60,
} as const;

export const STREAM = {
  batch: 100,
  /** A broken record is set aside after five attempts; the default (-1) blocks its shard until the stream's 24 h are over. */
  retries: 5,
  /** Older records have waited too long for a live figure or a notice; they go to the dead-letter queue, from which they can be read again. */
  maxAgeHours: 12,
} as const;

export const EVENTS = { retries: 5, maxAgeHours: 12, deadLetterDays: 14 } as const;

/** Requests a second over the whole API and the burst above it: a street's evening, not a region's; raise with the number of streets. */
export const THROTTLE = { rate: 500, burst: 1_000 } as const;
/** Commands anyone may send without a token (signing in): guessing and flooding end here (OWASP API4, API6:2023). */
export const OPEN_COMMAND_THROTTLE = { rate: 50, burst: 100 } as const;

export const RETENTION = {
  functionLogs: RetentionDays.THREE_MONTHS,
  /** 网络安全法 asks for network logs of at least six months (art. 21(3) of the 2017 text); 180 days fall short, and CloudWatch's next step is a year. */
  accessLogs: RetentionDays.ONE_YEAR,
  /** The most DynamoDB keeps. */
  pointInTimeDays: 35,
} as const;

/** When somebody is told. Periods are five minutes unless said. */
export const ALARM = {
  serverErrors: 5,
  /** Milliseconds, three periods in a row: a page that waits this long feels broken. */
  p99Ms: 1_000,
  apiFunctionErrors: 5,
  /** The live figure of a vote and every notice lag by this. */
  iteratorAgeMs: 60_000,
} as const;

export const FILES = {
  /** What was sent and never taken; S3 counts whole days. `FILES.uploadDays` of shared/src/announcements/files.ts says the same to people. */
  uploadDays: 1,
  /** What was replaced or deleted can be read again for as long as a table's earlier state. */
  pastDays: 35,
  /** As access logs of the API. */
  logDays: 365,
} as const;
