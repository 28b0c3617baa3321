import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = Record<string, unknown>;
interface TestFunction {
  /** Source of the handler's file, CommonJS. */
  code: string;
  env?: Json;
  properties?: Json;
}
export interface TestDeployment {
  functions?: Record<string, TestFunction>;
  /** Route key → function. */
  routes?: Record<string, string>;
  /** More resources of the app's stack. */
  resources?: Json;
  cors?: Json;
  /** More resources of the data stack. */
  data?: Json;
}

const table = (stream: boolean) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'gpk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byOther',
        KeySchema: [{ AttributeName: 'gpk', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    ...(stream && { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  },
});

const EXPORTED = {
  table: { Ref: 'garden1234ABCD' },
  stream: { 'Fn::GetAtt': ['garden1234ABCD', 'StreamArn'] },
  pepper: { Ref: 'pepper' },
};
/** What another stack imports from the data stack. */
export const imported = (name: keyof typeof EXPORTED): Json => ({ 'Fn::ImportValue': `test-data:${name}` });

const dataStack = ({ data = {} }: TestDeployment) => ({
  Resources: {
    garden1234ABCD: table(true),
    key: { Type: 'AWS::KMS::Key', Properties: {} },
    pepper: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { Name: 'gongzhi/test/pepper', KmsKeyId: { 'Fn::GetAtt': ['key', 'Arn'] } },
    },
    ...data,
  },
  Outputs: Object.fromEntries(
    Object.entries(EXPORTED).map(([name, Value]) => [name, { Value, Export: { Name: `test-data:${name}` } }]),
  ),
});

const functionResource = (id: string, { env = {}, properties = {} }: TestFunction) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: `test-${id}`,
    Handler: 'index.handler',
    Timeout: 5,
    MemorySize: 512,
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: `${id}.zip` },
    Role: { 'Fn::GetAtt': ['role', 'Arn'] },
    Environment: {
      Variables: { TABLE: imported('table'), SECRET: imported('pepper'), BUS_NAME: { Ref: 'bus' }, ...env },
    },
    ...properties,
  },
  Metadata: { entry: `garden/${id}` },
});

const routeResources = ({ routes = {} }: TestDeployment): [string, Json][] =>
  Object.entries(routes).flatMap(([key, fn], i) => [
    [
      `integration${i}`,
      {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: { Ref: 'http' },
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: { 'Fn::GetAtt': [fn, 'Arn'] },
          PayloadFormatVersion: '2.0',
        },
      },
    ],
    [
      `route${i}`,
      {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'http' },
          AuthorizationType: 'NONE',
          RouteKey: key,
          Target: { 'Fn::Join': ['', ['integrations/', { Ref: `integration${i}` }]] },
        },
      },
    ],
  ]);

const appStack = (deployment: TestDeployment) => ({
  Parameters: {
    WebOrigin: { Type: 'String' },
    TokenPublicKeys: { Type: 'String' },
    WechatBaseUrl: { Type: 'String', Default: 'https://api.weixin.qq.com' },
  },
  Resources: {
    http: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { ProtocolType: 'HTTP', ...(deployment.cors && { CorsConfiguration: deployment.cors }) },
    },
    bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'test-bus' } },
    dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'test-dead' } },
    role: { Type: 'AWS::IAM::Role', Properties: {} },
    ...Object.fromEntries(Object.entries(deployment.functions ?? {}).map(([id, fn]) => [id, functionResource(id, fn)])),
    ...Object.fromEntries(routeResources(deployment)),
    ...deployment.resources,
  },
});

/** A mapping from the test table's stream to a function. */
export const mapping = (fn: string, properties: Json = {}): Json => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: imported('stream'),
    FunctionName: { Ref: fn },
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 10,
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['dead', 'Arn'] } } },
    ...properties,
  },
});

/** A rule whose target is a function. */
export const rule = (fn: string, properties: Json): Json => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    State: 'ENABLED',
    Targets: [
      {
        Id: 'Target0',
        Arn: { 'Fn::GetAtt': [fn, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['dead', 'Arn'] } },
      },
    ],
    ...properties,
  },
});

/** Code every test handler may begin with: `db(operation, input)`, `put(sk)`, `said` through its own table. */
export const CALLS = `
const call = async (endpoint, target, input) => {
  const answer = await fetch(endpoint, { method: 'POST', body: JSON.stringify(input), headers: {
    'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, 'x-amz-date': '20261123T000000Z', authorization: 'AWS4-HMAC-SHA256 Credential=local/20261123/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0' } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(body));
  return body;
};
const db = (operation, input) => call(process.env.AWS_ENDPOINT_URL_DYNAMODB, 'DynamoDB_20120810.' + operation, { TableName: process.env.TABLE, ...input });
const put = (pk, sk) => db('PutItem', { Item: { pk: { S: pk }, sk: { S: sk } } });
const putEvents = (...Entries) => call(process.env.AWS_ENDPOINT_URL_EVENTBRIDGE, 'AWSEvents.PutEvents', { Entries });
`;

/** Writes a synthesized app as CDK leaves it, with handlers beside, into a folder of its own; `remove` deletes it. */
export const writeAssembly = (deployment: TestDeployment): { dir: string; cdkOut: string; remove(): void } => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-cloud-'));
  const cdkOut = join(dir, 'cdk.out');
  const write = (path: string, value: unknown) => {
    mkdirSync(join(cdkOut, path, '..'), { recursive: true });
    writeFileSync(join(cdkOut, path), typeof value === 'string' ? value : JSON.stringify(value));
  };
  const stack = (id: string) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile: `${id}.template.json`, stackName: `test-${id}` },
  });
  write('manifest.json', { artifacts: { Tree: { type: 'cdk:tree' }, data: stack('data'), app: stack('app') } });
  write('data.template.json', dataStack(deployment));
  write('app.template.json', appStack(deployment));
  const files = Object.entries(deployment.functions ?? {}).map(([id, { code }]) => {
    write(`asset.${id}/index.js`, code);
    return [id, { source: { path: `asset.${id}` }, destinations: { here: { objectKey: `${id}.zip` } } }];
  });
  write('app.assets.json', { files: Object.fromEntries(files) as unknown });
  return { dir, cdkOut, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
