import { RemovalPolicy, Stack, type App, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type Attribute,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { acknowledge } from './acknowledge';
import { makeFileBucket } from './file-bucket';
import type { House } from './house';
import { parameter } from './parameters';
import { RETENTION } from './settings';
import { SECRETS, type SecretName, type TableConfig } from './slice';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** What must outlive every release: tables, files, the key they are encrypted with, secrets. Nothing here is ever replaced or deleted by a deployment. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly tables: Readonly<Record<string, Table>>;
  readonly secrets: Readonly<Record<SecretName, CfnSecret>>;
  readonly files: Bucket;

  constructor(app: App, house: House, props: StackProps) {
    super(app, 'data', props);
    this.key = new Key(this, 'key', {
      description: 'Gongzhi: tables, files and secrets. Disabling it makes all data unreadable at once.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.tables = Object.fromEntries(
      house.slices.flatMap(({ id, table }) => (table ? [[id, this.makeTable(id, table)]] : [])),
    );
    this.secrets = Object.fromEntries(SECRETS.map((name) => [name, this.makeSecret(name, house)])) as Record<
      SecretName,
      CfnSecret
    >;
    this.files = makeFileBucket(this, this.key, parameter(this, 'WEB_ORIGIN').valueAsString);
  }

  private makeTable(id: string, { indexes = {}, ttl, stream, maxima, keepsNoPast }: TableConfig): Table {
    const units = { maxReadRequestUnits: maxima.reads, maxWriteRequestUnits: maxima.writes };
    const table = new Table(this, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      ...units,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: keepsNoPast
        ? { pointInTimeRecoveryEnabled: false }
        : { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RETENTION.pointInTimeDays },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(ttl ? { timeToLiveAttribute: ttl } : {}),
      ...(stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
    });
    if (keepsNoPast) acknowledge(table, { 'AwsSolutions-DDB3': keepsNoPast });
    for (const [indexName, { partition, sort, keysOnly }] of Object.entries(indexes)) {
      // An index with less write capacity than its table throttles the table.
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: keysOnly ? ProjectionType.KEYS_ONLY : ProjectionType.ALL,
        ...units,
      });
    }
    return table;
  }

  private makeSecret(name: SecretName, { stage }: House): CfnSecret {
    const secret = new CfnSecret(this, `secret-${name}`, {
      name: `gongzhi/${stage}/${name}`,
      description: 'Filled by create-keys (docs/deploy.md)',
      kmsKeyId: this.key.keyArn,
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Rotation needs a person: token keys overlap in the JWKS parameter, the pepper and the openid key are versioned in the data, the WeChat secret is reset in its console. docs/deploy.md says how and how often.',
    });
    return secret;
  }
}
