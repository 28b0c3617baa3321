import { Duration, Stack, type App, type StackProps } from 'aws-cdk-lib';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from './acknowledge';
import type { DataStack } from './data-stack';
import { EntryFunction } from './function';
import { named, type House } from './house';
import { EVENTS, STREAM } from './settings';
import { functionsOf, type SliceFunction, type Trigger } from './slice';

type TriggerOf<By extends Trigger['by']> = Extract<Trigger, { by: By }>;

/** What happens without anyone waiting: streams, the bus between slices, the clock; and what became of what could not be handled. */
export class EventsStack extends Stack {
  private readonly bus: EventBus;

  constructor(
    app: App,
    private readonly house: House,
    private readonly data: DataStack,
    props: StackProps,
  ) {
    super(app, 'events', props);
    this.bus = new EventBus(this, 'bus', { eventBusName: named(house) });
    for (const entry of functionsOf(house.slices, 'stream', 'events', 'clock')) this.consume(entry);
  }

  private consume(entry: SliceFunction): void {
    const fn = new EntryFunction(this, this.house, entry);
    fn.bindData(this.data, entry);
    if (entry.config.publishes) fn.bindBus(this.bus);
    const dead = this.makeDeadLetters(entry);
    const { trigger } = entry.config;
    if (trigger.by === 'stream') this.readStream(fn, dead, trigger);
    if (trigger.by === 'events') this.hear(fn, dead, trigger);
    if (trigger.by === 'clock') this.tick(fn, dead, trigger);
  }

  private makeDeadLetters({ slice, file }: SliceFunction): Queue {
    const dead = new Queue(this, `${slice.id}-${file}-dead`, {
      queueName: named(this.house, slice.id, file, 'dead'),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(EVENTS.deadLetterDays),
    });
    const reason = 'It is the dead-letter queue: an alarm rings at its first message and a person reads it.';
    acknowledge(dead, { 'AwsSolutions-SQS3': reason, 'Serverless-SQSRedrivePolicy': reason });
    return dead;
  }

  private readStream(fn: EntryFunction, dead: Queue, { of }: TriggerOf<'stream'>): void {
    new EventSourceMapping(this, `${fn.node.id}-stream`, {
      target: fn,
      eventSourceArn: fn.bindStream(this.data, of),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: STREAM.batch,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: STREAM.retries,
      maxRecordAge: Duration.hours(STREAM.maxAgeHours),
      onFailure: new SqsDlq(dead),
    });
    acknowledge(fn, {
      'Serverless-LambdaAsyncFailureDestination':
        'The event source mapping calls it synchronously and has its own on-failure destination.',
    });
  }

  private hear(fn: EntryFunction, dead: Queue, { types }: TriggerOf<'events'>): void {
    const rule = new Rule(this, `${fn.node.id}-rule`, { eventBus: this.bus, eventPattern: { detailType: [...types] } });
    this.call(rule, fn, dead, EVENTS.retries);
  }

  private tick(fn: EntryFunction, dead: Queue, { everyMinutes }: TriggerOf<'clock'>): void {
    const rule = new Rule(this, `${fn.node.id}-clock`, { schedule: Schedule.rate(Duration.minutes(everyMinutes)) });
    // The next tick does what a failed one left: no retry.
    this.call(rule, fn, dead, 0);
  }

  private call(rule: Rule, fn: EntryFunction, dead: Queue, retryAttempts: number): void {
    const maxEventAge = Duration.hours(EVENTS.maxAgeHours);
    rule.addTarget(new LambdaTarget(fn, { deadLetterQueue: dead, retryAttempts, maxEventAge }));
    fn.configureAsyncInvoke({
      retryAttempts: Math.min(retryAttempts, 2),
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(dead),
    });
  }
}
