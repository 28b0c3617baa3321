import { describeCors, describeRoutes } from './describe-api';
import { describeBuckets } from './describe-buckets';
import { describeRules, describeStreams } from './describe-events';
import { describeFunctions } from './describe-functions';
import { describeTables } from './describe-tables';
import type { Deployment } from './model';
import { arnOf } from './name-resource';
import { readAssembly, type Stack } from './read-assembly';
import { createResolver, type Parameters } from './resolve-value';
import { createSelector } from './select-resources';

/** Kinds that run here. */
const RUN = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
]);

/** Kinds that only guard, watch, name or deploy: nothing on this computer behaves differently without them. */
const PASSED_OVER = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::',
  'AWS::IAM::',
  'AWS::KMS::',
  'AWS::Lambda::Permission',
  'AWS::Logs::',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::WAFv2::',
];

const refuseUnknown = (stacks: readonly Stack[]): void => {
  const strange = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {})
      .filter(([, { Type }]) => !RUN.has(Type) && !PASSED_OVER.some((kind) => Type.startsWith(kind)))
      .map(([id, { Type }]) => `${stack.id}/${id} (${Type})`),
  );
  if (strange.length === 0) return;
  throw new Error(
    `The local cloud cannot run ${strange.join(', ')}. Teach apps/local/src/template what it means here, or that it means nothing.`,
  );
};

/**
 * Reads everything that runs from the synthesized app in `dir`. `parameters`: values of the templates' parameters.
 * @throws with the stack, the resource and the property that cannot be understood
 */
export const describeDeployment = (dir: string, parameters: Parameters): Deployment => {
  const stacks = readAssembly(dir);
  refuseUnknown(stacks);
  const select = createSelector(stacks, createResolver(stacks, parameters));
  return {
    tables: describeTables(select),
    functions: describeFunctions(select),
    routes: describeRoutes(select),
    cors: describeCors(select),
    streams: describeStreams(select),
    rules: describeRules(select),
    buckets: describeBuckets(select),
    secrets: select('AWS::SecretsManager::Secret').map(({ name }) => ({
      name,
      arn: arnOf('secretsmanager', `secret:${name}`),
    })),
  };
};
