import type { Stack } from './read-assembly';

export const REGION = 'local';
export const ACCOUNT = '000000000000';

export const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

interface Kind {
  /** Property that may give the physical name. */
  named?: string;
  ref: (name: string) => string;
  attributes: Readonly<Record<string, (name: string) => string>>;
}
const itself = (name: string) => name;
const arn =
  (service: string, prefix = '') =>
  (name: string) =>
    arnOf(service, prefix + name);

/** What `Ref` and `Fn::GetAtt` give for the kinds of resources that anything running here may refer to. */
const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': {
    named: 'TableName',
    ref: itself,
    attributes: {
      Arn: arn('dynamodb', 'table/'),
      StreamArn: (name) => arnOf('dynamodb', `table/${name}/stream/latest`),
    },
  },
  'AWS::Lambda::Function': { named: 'FunctionName', ref: itself, attributes: { Arn: arn('lambda', 'function:') } },
  'AWS::Events::EventBus': {
    named: 'Name',
    ref: itself,
    attributes: { Arn: arn('events', 'event-bus/'), Name: itself },
  },
  'AWS::Events::Rule': { named: 'Name', ref: itself, attributes: { Arn: arn('events', 'rule/') } },
  'AWS::S3::Bucket': {
    named: 'BucketName',
    ref: itself,
    attributes: {
      Arn: (name) => `arn:aws:s3:::${name}`,
      RegionalDomainName: (name) => `${name}.s3.${REGION}.amazonaws.com`,
    },
  },
  'AWS::SQS::Queue': { named: 'QueueName', ref: itself, attributes: { Arn: arn('sqs'), QueueName: itself } },
  'AWS::SecretsManager::Secret': {
    named: 'Name',
    ref: arn('secretsmanager', 'secret:'),
    attributes: { Id: arn('secretsmanager', 'secret:') },
  },
  'AWS::ApiGatewayV2::Api': { ref: itself, attributes: { ApiId: itself } },
  'AWS::ApiGatewayV2::Integration': { ref: itself, attributes: {} },
};

/** The name a resource has on this computer: its own, or the one CloudFormation would build without its random end. */
export const nameResource = (stack: Stack, id: string): string => {
  const resource = stack.template.Resources?.[id];
  const given = resource?.Properties?.[KINDS[resource.Type]?.named ?? ''];
  return typeof given === 'string' ? given : `${stack.name}-${id}`;
};

const valueOf = (kind: Kind | undefined, attribute: string | undefined) =>
  attribute === undefined ? kind?.ref : kind?.attributes[attribute];

/** `Ref` (no attribute) or `Fn::GetAtt` of a resource. @throws for a kind or attribute that nothing here has */
export const referTo = (stack: Stack, id: string, attribute?: string): string => {
  const type = stack.template.Resources?.[id]?.Type;
  if (!type) throw new Error(`there is no resource or parameter ${id} in ${stack.id}`);
  const value = valueOf(KINDS[type], attribute);
  if (!value) throw new Error(`the local cloud knows no ${attribute ?? 'Ref'} of ${type} (${stack.id}/${id})`);
  return value(nameResource(stack, id));
};
