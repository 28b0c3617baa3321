import { join } from 'node:path';
import { Writable } from 'node:stream';
import { LOCAL_ACCESS } from '../engine';
import type { Runnable } from '../events/run-queue';
import type { FunctionSpec } from '../template/model';
import { moveDate } from './move-date';
import { type Invoke, runFunction } from './run-function';

export interface Surface {
  /** Endpoint of DynamoDB. */
  endpoint: string;
  /** Endpoint of the other services. */
  aws: string;
  /** Endpoint of S3. */
  files: string;
  /** Folder of built functions that stands in for the assembly's copies. */
  code: string | undefined;
  verbose: boolean;
  say: (line: string) => void;
  /** Hears when an invocation is over, however it ended. */
  onEnd?: () => void;
}

/** The environment of Lambda and of the SDK: this computer's endpoints, and credentials that open nothing else. */
const sharedEnv = ({ endpoint, aws, files, verbose }: Surface): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  AWS_REGION: LOCAL_ACCESS.region,
  AWS_DEFAULT_REGION: LOCAL_ACCESS.region,
  AWS_ACCESS_KEY_ID: LOCAL_ACCESS.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_ACCESS.credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: aws,
  AWS_ENDPOINT_URL_EVENTBRIDGE: aws,
  AWS_ENDPOINT_URL_S3: files,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  ...(!verbose && { POWERTOOLS_LOG_LEVEL: 'ERROR', POWERTOOLS_METRICS_DISABLED: 'true' }),
});

const logTo = (say: Surface['say']) =>
  new Writable({
    decodeStrings: false,
    write: (text: string | Buffer, _, done) => {
      say(String(text).trimEnd());
      done();
    },
  });

/** Every function of the deployment by name. `reload` makes each of them load its file again at its next invocation. */
export const runFunctions = (specs: readonly FunctionSpec[], surface: Surface) => {
  const env = sharedEnv(surface);
  let ahead = 0;
  const outside = { log: logTo(surface.say), Date: moveDate(() => ahead) };
  const placed = (spec: FunctionSpec) =>
    surface.code && spec.entry ? { ...spec, code: join(surface.code, spec.entry) } : spec;
  const running = specs.map((spec) => {
    const { invoke, ...one } = runFunction(placed(spec), env, outside);
    const heard: Invoke = (...given) => invoke(...given).finally(surface.onEnd);
    return { spec, ...one, invoke: heard };
  });
  return {
    functions: new Map<string, Runnable>(running.map((one) => [one.spec.name, one])),
    /** Loads all functions; resolves to what went wrong, by name. */
    load: () =>
      running.flatMap(({ spec, load }) => {
        try {
          load();
          return [];
        } catch (error) {
          return [{ name: spec.name, error }];
        }
      }),
    /** From now on the functions' clock goes `ms` before this computer's; below 0: behind it. */
    setAhead: (ms: number) => {
      ahead = ms;
    },
    reload: () => running.forEach(({ forget }) => forget()),
  };
};
