import { functionIn } from './describe-api';
import type { Pattern, RuleSpec, StreamSpec } from './model';
import { arnOf } from './name-resource';
import type { Found, Select } from './select-resources';

const DAY = 24 * 3_600_000;
/** A mapping's `FunctionName` may be a name or an ARN. */
const nameIn = (name: string) => (name.startsWith('arn:') ? functionIn(name) : name);
/** -1 and nothing both mean no end. */
const endless = (value: number | undefined) => (value === undefined || value < 0 ? Infinity : value);

const startOf = (mapping: Found): StreamSpec['startAt'] => {
  const start = mapping.need<string>('StartingPosition');
  if (start === 'TRIM_HORIZON' || start === 'LATEST') return start;
  throw new Error(
    `${mapping.stack.id}/${mapping.id}: a stream here starts at TRIM_HORIZON or LATEST, not at ${start}.`,
  );
};

const streamOf = (mapping: Found): StreamSpec => {
  const source = mapping.need<string>('EventSourceArn');
  const table = /:table\/([^/]+)\/stream\//.exec(source)?.[1];
  if (!table)
    throw new Error(
      `${mapping.stack.id}/${mapping.id}: ${source} is not a table's stream, the only source that runs here.`,
    );
  if (mapping.get('FilterCriteria'))
    throw new Error(`${mapping.stack.id}/${mapping.id}: FilterCriteria does not run here.`);
  return {
    id: mapping.name,
    table,
    fn: nameIn(mapping.need<string>('FunctionName')),
    batch: mapping.get<number>('BatchSize') ?? 100,
    startAt: startOf(mapping),
    retries: endless(mapping.get<number>('MaximumRetryAttempts')),
    // Whatever the mapping allows, a stream keeps a record for 24 hours.
    maxAgeMs: Math.min(endless(mapping.get<number>('MaximumRecordAgeInSeconds')) * 1_000, DAY),
    bisect: mapping.get<boolean>('BisectBatchOnFunctionError') ?? false,
    partial: mapping.get<string[]>('FunctionResponseTypes')?.includes('ReportBatchItemFailures') ?? false,
    onFailure: mapping.get<string>('DestinationConfig.OnFailure.Destination'),
  };
};

export const describeStreams = (select: Select): StreamSpec[] =>
  select('AWS::Lambda::EventSourceMapping').map(streamOf);

interface Target {
  Arn: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: unknown;
  DeadLetterConfig?: { Arn?: string };
}

const targetOf = (
  rule: Found,
  { Arn, Input, InputPath, InputTransformer, DeadLetterConfig }: Target,
): RuleSpec['targets'][number] => {
  if (!Arn.includes(':function:'))
    throw new Error(`${rule.stack.id}/${rule.id}: ${Arn} is not a function, the only target that runs here.`);
  if (InputPath || InputTransformer)
    throw new Error(`${rule.stack.id}/${rule.id}: InputPath and InputTransformer do not run here.`);
  return { fn: functionIn(Arn), input: Input, onFailure: DeadLetterConfig?.Arn };
};

const ruleOf = (rule: Found): RuleSpec => ({
  name: rule.name,
  arn: arnOf('events', `rule/${rule.name}`),
  bus: rule.get<string>('EventBusName') ?? 'default',
  pattern: rule.get<Pattern>('EventPattern'),
  schedule: rule.get<string>('ScheduleExpression'),
  targets: (rule.get<Target[]>('Targets') ?? []).map((target) => targetOf(rule, target)),
});

export const describeRules = (select: Select): RuleSpec[] =>
  select('AWS::Events::Rule')
    .filter((rule) => rule.get('State') !== 'DISABLED')
    .map(ruleOf);
