import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { routeKey } from '@gongzhi/shared/kernel/contract';
import { createMatcher } from '@gongzhi/shared/kernel/match-route';
import { SLICES, composeApp } from './app';
import type { Resource } from './kernel/assembly';
import { functionsOf } from './kernel/slice';
import { assembly, code, entries, folder, list, resources, synthesize, words } from './kernel/synthesized';

afterAll(() => rmSync(folder, { recursive: true }));
const aws = synthesize('aws');
const cn = synthesize('aws-cn', 'cn-north-1');

describe.each([
  ['aws', aws],
  ['aws-cn', cn],
])('the %s deployment', (_, stacks) => {
  it('has the stacks data, api, events and watch', () => {
    expect(Object.keys(stacks).sort()).toEqual(['api', 'data', 'events', 'functions', 'watch']);
  });

  it('leads every route of the contracts to its slice and nothing elsewhere, with few routes of its own', () => {
    const routes = resources(stacks, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => ({
      routeKey: String(Properties['RouteKey']),
      target: words(Properties['Target']),
    }));
    const match = createMatcher(routes, ({ target }) => target);
    const integrations = resources(stacks, 'AWS::ApiGatewayV2::Integration');
    const used = SLICES.flatMap(({ id, contract }) =>
      Object.values(contract).map((route) => {
        const found = match(route.method, route.path.replaceAll(/\{\w+\}/g, 'x'));
        const [, integration] = integrations.find(([name]) => found?.target.includes(`"${name}"`)) ?? [];
        expect([routeKey(route), words(integration?.Properties)]).toEqual([
          routeKey(route),
          expect.stringContaining(`${id}index`),
        ]);
        return found?.routeKey;
      }),
    );
    expect([...new Set(used)].sort()).toEqual(routes.map((route) => route.routeKey).sort());
    // Quota “Routes per API” of an HTTP API (docs.aws.amazon.com/apigateway, http-api-quotas, read 2026-11-25).
    expect(routes.length).toBeLessThan(300);
  });

  it('has one regional HTTP API whose stage is throttled, logged and open to our origin only', () => {
    expect(resources(stacks, 'AWS::ApiGateway::RestApi', 'AWS::Lambda::Url', 'AWS::Cognito::UserPool')).toEqual([]);
    const [[, api], ...others] = resources(stacks, 'AWS::ApiGatewayV2::Api') as [[string, Resource], ...unknown[]];
    expect(others).toEqual([]);
    expect(api.Properties).toMatchObject({
      ProtocolType: 'HTTP',
      CorsConfiguration: { AllowOrigins: [{ Ref: 'WebOrigin' }] },
    });
    const stages = resources(stacks, 'AWS::ApiGatewayV2::Stage');
    expect(stages).toHaveLength(1);
    const { Properties } = (stages[0] as [string, Resource])[1];
    expect(Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1_000 },
      RouteSettings: { 'POST /identity/sessions': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 } },
      AccessLogSettings: { DestinationArn: expect.anything() },
    });
    const format = JSON.parse((Properties['AccessLogSettings'] as { Format: string }).Format) as object;
    expect(Object.keys(format)).toEqual(expect.arrayContaining(['requestId', 'routeKey', 'status', 'responseLatency']));
  });

  it('runs every function on Node 24 with explicit memory and time, its own log group, and no tracing', () => {
    const functions = resources(stacks, 'AWS::Lambda::Function');
    expect(functions.map(([, { Metadata }]) => Metadata?.['entry']).sort()).toEqual(entries);
    for (const [, { Properties, Metadata }] of functions) {
      const served = (Metadata?.['entry'] as string).endsWith('/index');
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        MemorySize: 512,
        Timeout: served ? 10 : 60,
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
      });
      expect(Properties).not.toHaveProperty('TracingConfig');
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('keeps function logs for three months and access logs for a year', () => {
    const kept = resources(stacks, 'AWS::Logs::LogGroup').map(([, { Properties }]) => [
      Properties['LogGroupName'],
      Properties['RetentionInDays'],
    ]);
    expect(kept).toHaveLength(entries.length + 1);
    for (const [name, days] of kept) expect(days).toBe(String(name).startsWith('/aws/lambda/') ? 90 : 365);
  });

  it('reads streams so that a bad record is set aside and nothing is lost or blocked', () => {
    const mappings = resources(stacks, 'AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(functionsOf(SLICES, 'stream').length);
    for (const [, { Properties }] of mappings) {
      expect(Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 5,
        MaximumRecordAgeInSeconds: 43_200,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/dead/), 'Arn'] } } },
      });
    }
  });

  it('has an encrypted dead-letter queue for every consumer and uses it', () => {
    const queues = resources(stacks, 'AWS::SQS::Queue');
    expect(queues).toHaveLength(functionsOf(SLICES, 'stream', 'events', 'clock').length);
    for (const [id, { Properties }] of queues) {
      expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
      const policy = resources(stacks, 'AWS::SQS::QueuePolicy').find(([, p]) =>
        words(p.Properties['Queues']).includes(id),
      );
      expect(words(policy)).toMatch(
        /"Effect":"Deny".*"aws:SecureTransport":"false"|"aws:SecureTransport":"false".*"Effect":"Deny"/,
      );
    }
    for (const [, { Properties }] of resources(stacks, 'AWS::Events::Rule')) {
      // Quota “Event pattern size” (docs.aws.amazon.com/eventbridge, eb-quota, read 2026-11-27).
      expect(JSON.stringify(Properties['EventPattern'] ?? {}).length).toBeLessThanOrEqual(2_048);
      for (const target of list(Properties['Targets']))
        expect(target).toMatchObject({
          DeadLetterConfig: { Arn: expect.anything() },
          RetryPolicy: { MaximumEventAgeInSeconds: 43_200 },
        });
    }
    const asynchronous = resources(stacks, 'AWS::Lambda::EventInvokeConfig');
    expect(asynchronous).toHaveLength(functionsOf(SLICES, 'events', 'clock').length);
    for (const [, { Properties }] of asynchronous)
      expect(Properties).toMatchObject({ DestinationConfig: { OnFailure: { Destination: expect.anything() } } });
  });

  it('tells somebody: every alarm has the topic, and each kind of trouble has an alarm', () => {
    const alarms = resources(stacks, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    for (const alarm of alarms) expect(alarm['AlarmActions']).toEqual([{ Ref: expect.stringMatching(/^alarms/) }]);
    const metrics = new Set(alarms.map((alarm) => alarm['MetricName'] ?? 'SystemErrors'));
    expect([...metrics].sort()).toEqual([
      '5xx',
      'ApproximateNumberOfMessagesVisible',
      'Errors',
      'IteratorAge',
      'Latency',
      'ReadThrottleEvents',
      'SystemErrors',
      'Throttles',
      'WriteThrottleEvents',
      'cardDiffers',
      'countDiffers',
      'sendingHeld',
    ]);
    expect(alarms.find(({ MetricName }) => MetricName === 'sendingHeld')).toMatchObject({
      ...{ Namespace: 'Gongzhi', Statistic: 'Sum', Threshold: 1, TreatMissingData: 'notBreaching' },
      ...{ Dimensions: [{ Name: 'service', Value: 'notices' }], AlarmName: expect.stringContaining('sending-held') },
    });
    expect(resources(stacks, 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
    const watched = words(alarms.map((alarm) => alarm['Dimensions']));
    for (const [, { Properties }] of resources(stacks, 'AWS::Lambda::Function'))
      expect(watched).toContain(`"${String(Properties['FunctionName'])}"`);
    for (const [, { Properties }] of resources(stacks, 'AWS::SQS::Queue'))
      expect(watched).toContain(`"${String(Properties['QueueName'])}"`);
  });

  it('names no partition, account or region, so that one template fits both', () => {
    for (const template of Object.values(stacks))
      expect(words(template)).not.toMatch(/arn:aws|amazonaws\.com\.cn|"(us|eu|ap|cn)-[a-z]+-\d"|XRay/i);
  });
});

describe('the deployment', () => {
  it('deploys exactly the entries that functions/ builds', () => {
    const script =
      "import('./functions/build.mjs').then(async (m) => console.log(JSON.stringify(await m.findEntries('functions/src'))))";
    const built = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as string[];
    expect(entries).toEqual(built);
  });

  it('is read by the pinned CDK command, whose versions are not those of the library', () => {
    const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
    const stacks = execFileSync(
      process.execPath,
      [require.resolve('aws-cdk/bin/cdk'), '--app', assembly('aws-cn', 'cn-north-1'), '--no-notices', 'ls'],
      { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    expect(stacks.trim().split('\n')).toEqual([
      'data (gongzhi-prod-data)',
      'functions (gongzhi-prod-functions)',
      'api (gongzhi-prod-api)',
      'events (gongzhi-prod-events)',
      'watch (gongzhi-prod-watch)',
    ]);
  });

  it('has no two routes that API Gateway could not tell apart', () => {
    const shapes = SLICES.flatMap(({ contract }) => Object.values(contract)).map((route) =>
      routeKey(route).replaceAll(/\{\w+\}/g, '{}'),
    );
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('runs on x86_64 when told, and under a domain when one is given', () => {
    const stacks = synthesize('x86', 'cn-northwest-1', {
      arch: 'x86_64',
      stage: 'trial',
      domain: 'api.example.cn',
      certificateArn: 'arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/c',
    });
    for (const [, { Properties }] of resources(stacks, 'AWS::Lambda::Function')) {
      expect(Properties['Architectures']).toEqual(['x86_64']);
      expect(Properties['FunctionName']).toMatch(/^gongzhi-trial-/);
    }
    expect(resources(stacks, 'AWS::ApiGatewayV2::DomainName')[0]?.[1].Properties).toMatchObject({
      DomainName: 'api.example.cn',
      DomainNameConfigurations: [{ EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
    });
    expect(resources(stacks, 'AWS::ApiGatewayV2::Api')[0]?.[1].Properties['DisableExecuteApiEndpoint']).toBe(true);
  });

  it.each([
    [{ arch: 'arm' }, 'only arm64 or x86_64'],
    [{ stage: 'Production!' }, 'small letters'],
    [{ domain: 'api.example.cn' }, 'go together'],
  ])('says what is wrong with the context %j', (context, says) => {
    expect(() => composeApp(code, undefined, { context })).toThrow(says);
  });

  it('does not synthesize with a finding of cdk-nag that nobody answered', () => {
    const outdir = join(folder, 'nag');
    const app = composeApp(code, undefined, { outdir });
    new Queue(app.node.findChild('events') as Stack, 'careless');
    expect(() => app.synth()).toThrow();
    const report = readFileSync(join(outdir, 'validation-report.json'), 'utf8');
    for (const rule of ['AwsSolutions-SQS3', 'AwsSolutions-SQS4', 'Serverless-SQSRedrivePolicy'])
      expect(report).toContain(rule);
  });
});
