import { CfnOutput, Duration, Stack, type App, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { ApiStack } from './api-stack';
import type { DataStack } from './data-stack';
import { named, type House } from './house';
import { ALARM } from './settings';
import { functionsOf, type SliceFunction } from './slice';

const OPERATIONS = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];
type Limit = { threshold: number; periods?: number };

/**
 * Who is told and what they see: one topic, the alarms, one dashboard. Functions and queues are named here by their
 * fixed names and not by reference, so that removing one never waits for this stack.
 */
export class WatchStack extends Stack {
  private readonly topic: Topic;
  private readonly dashboard: Dashboard;

  constructor(
    app: App,
    private readonly house: House,
    stacks: { data: DataStack; api: ApiStack },
    props: StackProps,
  ) {
    super(app, 'watch', props);
    this.topic = this.makeTopic();
    this.dashboard = new Dashboard(this, 'dashboard', { dashboardName: named(house) });
    this.watchApi(stacks.api.http.apiId);
    for (const entry of functionsOf(house.slices, 'routes', 'events', 'stream', 'clock')) this.watchFunction(entry);
    for (const [id, table] of Object.entries(stacks.data.tables)) {
      this.watchTable(
        id,
        table.metricSystemErrorsForOperations({ operations: OPERATIONS, period: Duration.minutes(5) }),
        table.tableName,
      );
    }
    this.watchOurs();
    new CfnOutput(this, 'AlarmTopic', { value: this.topic.topicArn, description: 'Subscribe whoever is on duty' });
  }

  private makeTopic(): Topic {
    const masterKey = new Key(this, 'key', { description: 'Gongzhi: alarm messages', enableKeyRotation: true });
    const topic = new Topic(this, 'alarms', { topicName: named(this.house, 'alarms'), masterKey, enforceSSL: true });
    masterKey.grant(new ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:Decrypt', 'kms:GenerateDataKey');
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    return topic;
  }

  private watchApi(ApiId: string): void {
    const metric = (metricName: string, statistic: string) =>
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        statistic,
        dimensionsMap: { ApiId },
        period: Duration.minutes(5),
      });
    const [errors, latency] = [metric('5xx', 'Sum'), metric('Latency', 'p99')];
    this.alarm('api-5xx', errors, { threshold: ALARM.serverErrors });
    this.alarm('api-p99', latency, { threshold: ALARM.p99Ms, periods: 3 });
    this.show('API', [metric('Count', 'Sum'), metric('4xx', 'Sum'), errors], [metric('Latency', 'p50'), latency]);
  }

  private watchFunction({ slice, file, config: { trigger } }: SliceFunction): void {
    const id = `${slice.id}-${file}`;
    const FunctionName = named(this.house, slice.id, file);
    const metric = (metricName: string, statistic = 'Sum') =>
      new Metric({
        namespace: 'AWS/Lambda',
        metricName,
        statistic,
        dimensionsMap: { FunctionName },
        period: Duration.minutes(5),
      });
    const [errors, throttles] = [metric('Errors'), metric('Throttles')];
    this.alarm(`${id}-errors`, errors, { threshold: trigger.by === 'routes' ? ALARM.apiFunctionErrors : 1 });
    this.alarm(`${id}-throttles`, throttles, { threshold: 1 });
    if (trigger.by === 'stream')
      this.alarm(`${id}-age`, metric('IteratorAge', 'Maximum'), { threshold: ALARM.iteratorAgeMs });
    if (trigger.by !== 'routes') this.alarm(`${id}-dead`, this.deadLetters(FunctionName), { threshold: 1 });
    this.show(id, [metric('Invocations'), errors, throttles], [metric('Duration', 'p50'), metric('Duration', 'p99')]);
  }

  /** What is counted again and is not what stood there: a vote (functions/src/votes/raise-alarm.ts), of which nothing is published until somebody looked, a card (functions/src/scorecards/raise-alarm.ts), which says so itself; and messages that wait until somebody puts our own fault right (functions/src/notices/raise-alarm.ts). */
  private watchOurs(): void {
    const metric = (service: string, metricName: string) =>
      new Metric({
        namespace: 'Gongzhi',
        metricName,
        statistic: 'Sum',
        dimensionsMap: { service },
        period: Duration.minutes(5),
      });
    this.alarm('votes-count-differs', metric('votes', 'countDiffers'), { threshold: 1 });
    this.alarm('scorecards-card-differs', metric('scorecards', 'cardDiffers'), { threshold: 1 });
    this.alarm('notices-sending-held', metric('notices', 'sendingHeld'), { threshold: 1 });
  }

  private deadLetters(functionName: string): Metric {
    return new Metric({
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      statistic: 'Maximum',
      dimensionsMap: { QueueName: `${functionName}-dead` },
      period: Duration.minutes(5),
    });
  }

  private watchTable(id: string, systemErrors: IMetric, TableName: string): void {
    const metric = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        statistic: 'Sum',
        dimensionsMap: { TableName },
        period: Duration.minutes(5),
      });
    const throttles = [metric('ReadThrottleEvents'), metric('WriteThrottleEvents')];
    this.alarm(`${id}-table-errors`, systemErrors, { threshold: 1 });
    for (const throttle of throttles) this.alarm(`${id}-table-${throttle.metricName}`, throttle, { threshold: 1 });
    this.show(`table ${id}`, [metric('ConsumedReadCapacityUnits'), metric('ConsumedWriteCapacityUnits')], throttles);
  }

  private alarm(id: string, metric: IMetric, { threshold, periods = 1 }: Limit): void {
    const comparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    const alarm = new Alarm(this, id, {
      alarmName: named(this.house, id),
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  private show(title: string, left: IMetric[], right: IMetric[]): void {
    this.dashboard.addWidgets(new GraphWidget({ title, left, right, width: 24, height: 5 }));
  }
}
