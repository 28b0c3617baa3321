import { join } from 'node:path';
import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import type { DataStack } from './data-stack';
import { named, type House } from './house';
import { parameter } from './parameters';
import { FUNCTION, RETENTION } from './settings';
import type { FileGrant, FunctionConfig, Grant, SecretName, SliceFunction } from './slice';

const ARCHITECTURES = { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 };
/** What KMS is asked on a caller's behalf when a table with our key is read or written, spelled out instead of `ReEncrypt*`, `GenerateDataKey*`. */
const KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const viaOf = (services: readonly string[]) => services.map((service) => `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`);
const KEY_SERVICES = viaOf(['dynamodb', 'secretsmanager']);
/** … and when a file is read or written. */
const FILE_KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** The rule names one function may be asked to answer for, with the reason that holds for all of ours. */
const FUNCTION_REASONS = {
  'Serverless-LambdaTracing':
    'AWS X-Ray does not exist in the China regions; every request carries an id through logs and EMF metrics instead.',
  'Serverless-LambdaDLQ':
    'Called synchronously, or a consumer whose failures go to an on-failure destination, which carries the error as well as the event.',
};

const FOLDER_REASON =
  'Objects of one folder of one bucket: their names are made when a file is opened, so none can be named before.';

const needsKey = ({ tables, secrets = [] }: FunctionConfig) => Object.keys(tables).length + secrets.length > 0;

/** One built entry as a function with a role of its own. Each `bind` sets the environment variable and the grant together. */
export class EntryFunction extends LambdaFunction {
  constructor(scope: Construct, house: House, { slice, file, config }: SliceFunction) {
    const id = `${slice.id}-${file}`;
    const functionName = named(house, slice.id, file);
    const role = new Role(scope, `${id}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: functionName,
    });
    const logGroup = new LogGroup(scope, `${id}-log`, {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RETENTION.functionLogs,
    });
    super(scope, id, {
      functionName,
      role,
      logGroup,
      runtime: Runtime.NODEJS_24_X,
      architecture: ARCHITECTURES[house.architecture],
      code: Code.fromAsset(join(house.code, slice.id, file), { exclude: ['*.map'] }),
      handler: 'index.handler',
      memorySize: FUNCTION.memoryMb,
      timeout: Duration.seconds(config.trigger.by === 'routes' ? FUNCTION.apiSeconds : FUNCTION.consumerSeconds),
      environment: { SLICE: slice.id, STAGE: house.stage, NODE_ENV: 'production' },
    });
    logGroup.grantWrite(role);
    // Where the local cloud finds the source of this function in a synthesized template.
    (this.node.defaultChild as CfnFunction).addMetadata('entry', `${slice.id}/${file}`);
    acknowledge(this, FUNCTION_REASONS);
    for (const name of config.parameters ?? [])
      this.addEnvironment(name, parameter(Stack.of(this), name).valueAsString);
  }

  /** Tables, secrets and the key behind them, as the slice's file says. @throws for a table no slice has */
  bindData(data: DataStack, { config }: SliceFunction): void {
    for (const [name, grants] of Object.entries(config.tables))
      for (const grant of [grants].flat()) this.bindTable(data, name, grant);
    for (const name of config.secrets ?? []) this.bindSecret(data, name);
    this.bindFiles(data, config.files ?? []);
    if (needsKey(config))
      this.allow(KEY_ACTIONS, [data.key.keyArn], { StringEquals: { 'kms:ViaService': KEY_SERVICES } });
  }

  /** The records of a table's stream. @throws for a table without one */
  bindStream(data: DataStack, name: string): string {
    const streamArn = data.tables[name]?.tableStreamArn;
    if (!streamArn) throw new Error(`${this.node.id} reads the stream of "${name}", which has none`);
    this.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [streamArn],
    );
    // Lambda's own poller decrypts records with this role, outside any request of ours.
    this.allow(['kms:Decrypt'], [data.key.keyArn]);
    return streamArn;
  }

  bindBus(bus: EventBus): void {
    this.addEnvironment('BUS_NAME', bus.eventBusName);
    this.allow(['events:PutEvents'], [bus.eventBusArn]);
  }

  allow(actions: string[], resources: string[], conditions?: Record<string, unknown>): void {
    this.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions, resources, ...(conditions ? { conditions } : {}) }),
    );
  }

  private bindTable(data: DataStack, name: string, { actions, indexes = [], leading }: Grant): void {
    const table = data.tables[name];
    if (!table)
      throw new Error(`${this.node.id} asks for a table "${name}"; there are ${Object.keys(data.tables).join(', ')}`);
    this.addEnvironment(`TABLE_${name.toUpperCase()}`, table.tableName);
    // `ForAllValues` holds for a request without keys as well: the second clause asks that there are some.
    const only = leading && {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [leading] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    };
    if (actions.length > 0)
      this.allow(
        actions.map((action) => `dynamodb:${action}`),
        [table.tableArn],
        only || undefined,
      );
    if (indexes.length > 0)
      this.allow(
        ['dynamodb:Query'],
        indexes.map((index) => `${table.tableArn}/index/${index}`),
      );
  }

  private bindFiles(data: DataStack, grants: readonly FileGrant[]): void {
    const { files, key } = data;
    if (grants.length === 0) return;
    this.addEnvironment('FILES_BUCKET', files.bucketName);
    this.addEnvironment('FILES_DOMAIN', files.bucketRegionalDomainName);
    const arn = data.exportValue(files.bucketArn);
    const imported = Stack.of(this).resolve(arn) as { 'Fn::ImportValue': string };
    for (const { folder, actions } of grants) {
      this.allow(
        actions.map((action) => `s3:${action}`),
        [`${arn}/${folder}/*`],
      );
      const found = `AwsSolutions-IAM5[Resource::${imported['Fn::ImportValue']}/${folder}/*]`;
      if (this.role) acknowledge(this.role, { [found]: FOLDER_REASON });
    }
    this.allow(FILE_KEY_ACTIONS, [key.keyArn], { StringEquals: { 'kms:ViaService': viaOf(['s3']) } });
  }

  private bindSecret(data: DataStack, name: SecretName): void {
    this.addEnvironment(`SECRET_${name.toUpperCase()}`, data.secrets[name].ref);
    this.allow(['secretsmanager:GetSecretValue'], [data.secrets[name].ref]);
  }
}
