import type { FunctionSpec } from './model';
import { arnOf } from './name-resource';
import type { Found, Select } from './select-resources';

const codeOf = (fn: Found): string => {
  const key = fn.need<string>('Code.S3Key');
  const folder = fn.stack.assets.get(key);
  if (!folder) throw new Error(`${fn.stack.id}/${fn.id}: the assembly holds no asset ${key}. Run npm run synth again.`);
  return folder;
};

/** How often an asynchronous invocation is repeated and what becomes of it then. AWS repeats twice when nothing is said. */
const asynchronousOf = (fn: Found, configs: readonly Found[]): Pick<FunctionSpec, 'retries' | 'onFailure'> => {
  const config = configs.find((one) => one.need<string>('FunctionName') === fn.name);
  if (!config) return { retries: 2, onFailure: undefined };
  return {
    retries: config.get<number>('MaximumRetryAttempts') ?? 2,
    onFailure: config.get<string>('DestinationConfig.OnFailure.Destination'),
  };
};

const functionOf = (fn: Found, configs: readonly Found[]): FunctionSpec => {
  const entry = fn.resource.Metadata?.['entry'];
  return {
    ...asynchronousOf(fn, configs),
    name: fn.name,
    arn: arnOf('lambda', `function:${fn.name}`),
    code: codeOf(fn),
    handler: fn.need<string>('Handler'),
    entry: typeof entry === 'string' ? entry : undefined,
    env: fn.get<Record<string, string>>('Environment.Variables') ?? {},
    timeoutMs: (fn.get<number>('Timeout') ?? 3) * 1_000,
    memoryMb: fn.get<number>('MemorySize') ?? 128,
  };
};

export const describeFunctions = (select: Select): FunctionSpec[] => {
  const configs = select('AWS::Lambda::EventInvokeConfig');
  return select('AWS::Lambda::Function').map((fn) => functionOf(fn, configs));
};
