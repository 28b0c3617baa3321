import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapping, rule, type TestDeployment, writeAssembly } from '../test-assembly';
import { describeDeployment } from './describe-deployment';

const PARAMETERS = {
  TokenPublicKeys: '{"keys":[]}',
  WebOrigin: 'http://127.0.0.1:8787',
  WechatBaseUrl: 'http://127.0.0.1:1',
};
const index = { code: 'exports.handler = async () => 1;' };

const describeTest = (deployment: TestDeployment, parameters: Record<string, string> = PARAMETERS) => {
  const { cdkOut, remove } = writeAssembly(deployment);
  try {
    return describeDeployment(cdkOut, parameters);
  } finally {
    remove();
  }
};

describe('the deployment, read from the synthesized templates', () => {
  const whole = describeTest({
    functions: {
      index: {
        ...index,
        env: {
          KEYS: { Ref: 'TokenPublicKeys' },
          URL: { Ref: 'WechatBaseUrl' },
          ORIGIN: { 'Fn::Sub': '${WebOrigin}/h5 in ${AWS::Region} of ${garden.Name}${!kept}' },
        },
      },
      listen: { ...index, properties: { Timeout: 60 } },
    },
    routes: { 'GET /gardens/{gardenId}': 'index' },
    cors: { AllowOrigins: [{ Ref: 'WebOrigin' }], AllowMethods: ['GET'], MaxAge: 60 },
    resources: {
      garden: { Type: 'AWS::Events::EventBus', Properties: { Name: 'green' } },
      stream: mapping('listen', {
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRecordAgeInSeconds: 60,
      }),
      heard: rule('listen', { EventBusName: { Ref: 'bus' }, EventPattern: { source: ['gongzhi'] } }),
      clock: rule('listen', { ScheduleExpression: 'rate(1 minute)' }),
      off: rule('listen', { ScheduleExpression: 'rate(1 minute)', State: 'DISABLED' }),
      config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: { Ref: 'listen' }, MaximumRetryAttempts: 0, Qualifier: '$LATEST' },
      },
    },
  });

  it('holds the tables with keys, indexes, stream and expiry', () => {
    expect(whole.tables).toEqual([
      {
        name: 'test-data-garden1234ABCD',
        pk: 'pk',
        sk: 'sk',
        stream: 'NEW_IMAGE',
        ttl: 'expiresAt',
        indexes: [{ name: 'byOther', pk: 'gpk', only: [] }],
      },
    ]);
  });

  it('resolves a function’s environment across the stacks, with the values of the parameters', () => {
    expect(whole.functions[0]).toMatchObject({
      name: 'test-index',
      handler: 'index.handler',
      entry: 'garden/index',
      timeoutMs: 5_000,
      memoryMb: 512,
      retries: 2,
      code: expect.stringMatching(/cdk\.out\/asset\.index$/),
      env: {
        TABLE: 'test-data-garden1234ABCD',
        SECRET: 'arn:aws:secretsmanager:local:000000000000:secret:gongzhi/test/pepper',
        BUS_NAME: 'test-bus',
        KEYS: '{"keys":[]}',
        URL: 'http://127.0.0.1:1',
        ORIGIN: 'http://127.0.0.1:8787/h5 in local of green${kept}',
      },
    });
  });

  it('knows how often an asynchronous invocation is repeated', () =>
    expect(whole.functions.map(({ retries }) => retries)).toEqual([2, 0]));

  it('leads each route to its function', () =>
    expect(whole.routes).toEqual([{ routeKey: 'GET /gardens/{gardenId}', fn: 'test-index' }]));

  it('holds the CORS configuration', () =>
    expect(whole.cors).toEqual({
      origins: ['http://127.0.0.1:8787'],
      methods: ['GET'],
      headers: [],
      exposed: [],
      credentials: false,
      maxAgeSeconds: 60,
    }));

  it('holds each mapping’s batch, retries, age and destination', () =>
    expect(whole.streams).toEqual([
      {
        id: 'test-app-stream',
        table: 'test-data-garden1234ABCD',
        fn: 'test-listen',
        batch: 10,
        startAt: 'TRIM_HORIZON',
        retries: 2,
        maxAgeMs: 60_000,
        bisect: true,
        partial: true,
        onFailure: 'arn:aws:sqs:local:000000000000:test-dead',
      },
    ]));

  it('takes a mapping without limits as endless retries over the 24 hours a stream keeps', () => {
    const { streams } = describeTest({
      functions: { index },
      resources: { stream: mapping('index', { MaximumRetryAttempts: -1 }) },
    });
    expect(streams[0]).toMatchObject({ retries: Infinity, maxAgeMs: 86_400_000 });
  });

  it('holds rules and schedules, and passes over those that are disabled', () =>
    expect(
      whole.rules.map(({ name, bus, pattern, schedule, targets }) => [name, bus, pattern ?? schedule, targets[0]?.fn]),
    ).toEqual([
      ['test-app-heard', 'test-bus', { source: ['gongzhi'] }, 'test-listen'],
      ['test-app-clock', 'default', 'rate(1 minute)', 'test-listen'],
    ]));

  it('holds the secrets', () =>
    expect(whole.secrets).toEqual([
      { name: 'gongzhi/test/pepper', arn: 'arn:aws:secretsmanager:local:000000000000:secret:gongzhi/test/pepper' },
    ]));
});

describe('a template the local cloud cannot run', () => {
  const withEnv = (value: unknown): TestDeployment => ({ functions: { index: { ...index, env: { X: value } } } });
  const cases: [what: string, deployment: TestDeployment, message: string][] = [
    [
      'an intrinsic it does not know',
      withEnv({ 'Fn::Cidr': ['10.0.0.0/16'] }),
      'app/index (AWS::Lambda::Function) Environment.Variables: the local cloud does not understand Fn::Cidr',
    ],
    [
      'an attribute it does not know',
      withEnv({ 'Fn::GetAtt': ['role', 'RoleId'] }),
      'knows no RoleId of AWS::IAM::Role (app/role)',
    ],
    ['a resource that is not there', withEnv({ Ref: 'nobody' }), 'there is no resource or parameter nobody in app'],
    [
      'an export that no stack has',
      withEnv({ 'Fn::ImportValue': 'other:thing' }),
      'no stack exports other:thing, which app imports',
    ],
    [
      'a kind of resource it cannot run',
      { resources: { x: { Type: 'AWS::Scheduler::Schedule' } } },
      'cannot run app/x (AWS::Scheduler::Schedule)',
    ],
    [
      'a key that is a number',
      {
        data: {
          n: {
            Type: 'AWS::DynamoDB::Table',
            Properties: { AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'N' }], KeySchema: [] },
          },
        },
      },
      'data/n: the key pk is not a string',
    ],
    [
      'a mapping with a filter',
      { functions: { index }, resources: { m: mapping('index', { FilterCriteria: { Filters: [] } }) } },
      'FilterCriteria does not run here',
    ],
    [
      'a mapping of a queue',
      {
        functions: { index },
        resources: { m: mapping('index', { EventSourceArn: { 'Fn::GetAtt': ['dead', 'Arn'] } }) },
      },
      "is not a table's stream",
    ],
    [
      'a mapping that starts at a moment',
      { functions: { index }, resources: { m: mapping('index', { StartingPosition: 'AT_TIMESTAMP' }) } },
      'not at AT_TIMESTAMP',
    ],
    [
      'an input transformer',
      {
        functions: { index },
        resources: {
          r: rule('index', { Targets: [{ Arn: { 'Fn::GetAtt': ['index', 'Arn'] }, InputTransformer: {} }] }),
        },
      },
      'InputTransformer do not run here',
    ],
    [
      'a rule whose target is a queue',
      {
        functions: { index },
        resources: { r: rule('index', { Targets: [{ Arn: { 'Fn::GetAtt': ['dead', 'Arn'] } }] }) },
      },
      'is not a function',
    ],
    [
      'a route with an authorizer',
      {
        functions: { index },
        routes: { 'GET /x': 'index' },
        resources: {
          route0: {
            Type: 'AWS::ApiGatewayV2::Route',
            Properties: {
              RouteKey: 'GET /x',
              AuthorizationType: 'JWT',
              Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'integration0' }]] },
            },
          },
        },
      },
      'no authorizer of type JWT',
    ],
    ['two APIs', { resources: { second: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} } } }, 'the templates have 2'],
  ];
  it.each(cases)('is refused with its place: %s', (_, deployment, message) =>
    expect(() => describeTest(deployment)).toThrow(message),
  );

  it('is refused when a parameter has no value', () =>
    expect(() => describeTest(withEnv({ Ref: 'WebOrigin' }), {})).toThrow(
      'the parameter WebOrigin of app has no value',
    ));

  it('is refused when a function’s code is not in the assembly', () => {
    const { cdkOut, remove } = writeAssembly({ functions: { index } });
    writeFileSync(join(cdkOut, 'app.assets.json'), '{"files":{}}');
    expect(() => describeDeployment(cdkOut, PARAMETERS)).toThrow('holds no asset index.zip. Run npm run synth again.');
    remove();
  });

  it('is refused with the command to run when nothing was synthesized', () =>
    expect(() => describeDeployment('/nowhere/cdk.out', {})).toThrow('run npm run synth first'));
});
