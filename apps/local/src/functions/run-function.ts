import { randomUUID } from 'node:crypto';
import { Console } from 'node:console';
import type { Writable } from 'node:stream';
import type { FunctionSpec } from '../template/model';
import { type Handler, loadHandler } from './load-handler';

/** Invokes the function and resolves to what it returns. @throws what it throws, or `TimedOut` */
export type Invoke = (event: unknown, requestId?: string) => Promise<unknown>;

export class TimedOut extends Error {
  constructor(name: string, ms: number) {
    super(`${name} timed out after ${(ms / 1_000).toFixed(2)} seconds`);
  }
}

/** What all functions share of this computer: `log` receives what they print, `Date` is their clock. */
export interface Outside {
  log: Writable;
  Date: DateConstructor;
}

/** What Lambda itself puts into a function's environment. */
const ownEnv = ({ name, memoryMb, code }: FunctionSpec): Record<string, string> => ({
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LAMBDA_TASK_ROOT: code,
  _HANDLER: 'index.handler',
  TZ: ':UTC',
});

const surroundingsOf = (env: Record<string, string>, { log, Date }: Outside) => {
  const own = Object.create(process, {
    env: { value: env, enumerable: true },
    stdout: { value: log, enumerable: true },
    stderr: { value: log, enumerable: true },
  }) as NodeJS.Process;
  return { process: own, console: new Console({ stdout: log, stderr: log }), Date };
};

const contextOf = (spec: FunctionSpec, requestId: string) => {
  const ends = Date.now() + spec.timeoutMs;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: spec.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: spec.arn,
    memoryLimitInMB: String(spec.memoryMb),
    logGroupName: `/aws/lambda/${spec.name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
  };
};

/**
 * A function as this computer runs it: loaded once, then invoked in this process, several at a time. `shared`: the
 * environment every function has (region, credentials, endpoints).
 */
export const runFunction = (spec: FunctionSpec, shared: Readonly<Record<string, string>>, outside: Outside) => {
  let handler: Handler | undefined;
  const load = (): Handler =>
    (handler ??= loadHandler(
      spec.code,
      spec.handler,
      surroundingsOf({ ...shared, ...ownEnv(spec), ...spec.env }, outside),
    ));
  const invoke: Invoke = (event, requestId = randomUUID()) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new TimedOut(spec.name, spec.timeoutMs)), spec.timeoutMs);
      const run = async () => load()(event, contextOf(spec, requestId));
      run()
        .then(resolve, reject)
        .finally(() => clearTimeout(late));
    });
  return {
    invoke,
    load,
    forget: () => {
      handler = undefined;
    },
  };
};
