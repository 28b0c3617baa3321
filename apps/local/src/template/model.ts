import type { TableSpec } from '../tables';

/** What the local cloud runs, read from the synthesized templates: names, not logical ids; numbers with their units. */
export interface Deployment {
  tables: readonly TableSpec[];
  functions: readonly FunctionSpec[];
  routes: readonly RouteSpec[];
  cors: CorsSpec | undefined;
  streams: readonly StreamSpec[];
  rules: readonly RuleSpec[];
  secrets: readonly SecretSpec[];
  buckets: readonly BucketSpec[];
}

export interface FunctionSpec {
  name: string;
  arn: string;
  /** Folder that holds the handler's file. */
  code: string;
  /** `index.handler` */
  handler: string;
  /** The resource's `entry` metadata, `<slice>/<file>`, when it has one. */
  entry: string | undefined;
  env: Readonly<Record<string, string>>;
  timeoutMs: number;
  memoryMb: number;
  /** Further attempts when an asynchronous invocation fails. */
  retries: number;
  /** ARN of the queue that receives what asynchronous invocations could not handle. */
  onFailure: string | undefined;
}

export interface RouteSpec {
  /** `GET /councils/{communityId}/proposals`, or `$default`. */
  routeKey: string;
  /** Name of the function. */
  fn: string;
}

export interface CorsSpec {
  origins: readonly string[];
  methods: readonly string[];
  headers: readonly string[];
  exposed: readonly string[];
  credentials: boolean;
  maxAgeSeconds: number | undefined;
}

export interface StreamSpec {
  id: string;
  table: string;
  fn: string;
  batch: number;
  startAt: 'TRIM_HORIZON' | 'LATEST';
  /** Further attempts for a batch; Infinity when the template sets no end. */
  retries: number;
  maxAgeMs: number;
  bisect: boolean;
  /** The function says which records of a batch failed. */
  partial: boolean;
  onFailure: string | undefined;
}

export interface RuleSpec {
  name: string;
  arn: string;
  bus: string;
  pattern: Pattern | undefined;
  /** `rate(1 minute)` or `cron(0 1 * * ? *)`, in UTC. */
  schedule: string | undefined;
  targets: readonly { fn: string; input: string | undefined; onFailure: string | undefined }[];
}
/** An EventBridge pattern: a field's value must be one of a list, whose members may be conditions. */
export interface Pattern {
  readonly [field: string]: Pattern | readonly unknown[];
}

export interface SecretSpec {
  name: string;
  arn: string;
}

export interface BucketSpec {
  name: string;
  cors: CorsSpec | undefined;
  /** What lies under a prefix is gone after so many days. */
  expiries: readonly { prefix: string; days: number }[];
}
