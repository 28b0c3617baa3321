import type { Engine } from './engine';
import type { Letter } from './keep-letters';
import type { S3StandIn } from './s3/serve-s3';
import type { Deployment } from './template/model';
import type { startWechat, WechatStandIn } from './wechat/start-wechat';

export interface CloudOptions {
  /** Where data, checkpoints and secrets are kept; in memory when left out. */
  dir?: string;
  /** A free one when left out. */
  port?: number;
  /** The synthesized app. */
  cdkOut: string;
  /** Folder of built functions, `<slice>/<file>/index.js`, instead of the assembly's copies: rebuilt code runs without a new synth. */
  code?: string;
  h5Dir?: string;
  /** Processes that answer requests beside each other, as Lambda's environments do; none (default): this one answers. */
  processes?: number;
  /** A function loads when it is first invoked, as Lambda's do; otherwise all load at the start, so that what cannot is said at once. */
  lazy?: boolean;
  /** No waiting between attempts and looks; schedules fire on `tick` only. For tests. */
  fast?: boolean;
  /**
   * A slice whose table has no stream here. For measurements over many records: the engine takes longer for each write the
   * longer a table's stream is (1,100 a second at 4,000 records, 120 at 24,000, measured 2026-11-26), and 100,000 take hours.
   */
  unstreamed?: string;
  /** What the WeChat stand-in knows from the start: people, templates. */
  wechat?: NonNullable<NonNullable<Parameters<typeof startWechat>[0]>['seed']>;
  /** Functions write every log line and metric, not errors alone. */
  verbose?: boolean;
  /** Where lines for the developer go; default: this process's error output. */
  say?: (line: string) => void;
}

export interface Cloud {
  url: string;
  wechat: WechatStandIn;
  /** The stand-in of S3: where it answers, and what it does wrong next. */
  files: { url: string; meet: S3StandIn['meet'] };
  engine: Engine;
  deployment: Deployment;
  /** The one-time key with which a first supervisor opens a street. */
  openingKey: string;
  /** Fires every schedule now; resolves when what they started is done. */
  tick(): Promise<void>;
  /** Resolves when the streams are read to their end and the bus is empty. */
  idle(): Promise<void>;
  /** From now on the functions' clock goes `ms` before this computer's, so that what takes days need not be waited for; below 0: behind it. */
  setAhead(ms: number): void;
  /** Lets every function load its file again. */
  reload(): void;
  /** What no function could handle, oldest first. */
  letters(): readonly Letter[];
  stop(): Promise<void>;
  /** Ends everything at once, as kill -9 would. */
  kill(): void;
}
