import { CfnOutput, Duration, Stack, type App, type StackProps } from 'aws-cdk-lib';
import {
  ApiMapping,
  CorsHttpMethod,
  DomainName,
  EndpointType,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
  type CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { routeKey } from '@gongzhi/shared/kernel/contract';
import { acknowledge } from './acknowledge';
import type { EntryFunction } from './function';
import type { FunctionsStack } from './functions-stack';
import { named, type House } from './house';
import { parameter } from './parameters';
import { OPEN_COMMAND_THROTTLE, RETENTION, THROTTLE } from './settings';
import { functionsOf, gatewayRoutesOf, openCommandsOf, type SliceFunction } from './slice';

const ACCESS_LOG = [
  'requestId',
  'requestTime',
  'routeKey',
  'status',
  'protocol',
  'responseLength',
  'responseLatency',
  'integrationLatency',
  'identity.sourceIp',
  'error.messageString',
  'integrationErrorMessage',
];

/** What people reach: one regional HTTP API with the slices of the house and nothing else. */
export class ApiStack extends Stack {
  readonly http: HttpApi;

  constructor(
    app: App,
    private readonly house: House,
    functions: FunctionsStack,
    props: StackProps,
  ) {
    super(app, 'api', props);
    this.http = this.makeApi();
    for (const { slice } of functionsOf(house.slices, 'routes')) {
      const fn = functions.bySlice.get(slice.id);
      if (fn) this.serve(slice, fn);
    }
    this.makeStage();
    new CfnOutput(this, 'ApiUrl', { value: house.domain ? `https://${house.domain.name}` : this.http.apiEndpoint });
  }

  private makeApi(): HttpApi {
    const http = new HttpApi(this, 'http', {
      apiName: named(this.house),
      createDefaultStage: false,
      disableExecuteApiEndpoint: this.house.domain !== undefined,
      corsPreflight: {
        allowOrigins: [parameter(this, 'WEB_ORIGIN').valueAsString],
        allowMethods: [
          CorsHttpMethod.GET,
          CorsHttpMethod.POST,
          CorsHttpMethod.PUT,
          CorsHttpMethod.PATCH,
          CorsHttpMethod.DELETE,
        ],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
        exposeHeaders: ['x-request-id', 'idempotent-replayed'],
        maxAge: Duration.hours(1),
      },
    });
    acknowledge(http, {
      'AwsSolutions-APIG4':
        'The function verifies an EdDSA token and reads roles afresh; an HTTP API’s own JWT authorizer knows only RSA, and Cognito does not exist in the China regions.',
    });
    return http;
  }

  private serve(slice: SliceFunction['slice'], fn: EntryFunction): void {
    // One permission for the API: one for each route would outgrow the 20 KB a function's resource policy may have.
    const integration = new HttpLambdaIntegration(slice.id, fn, { scopePermissionToRoute: false });
    for (const { method, path } of gatewayRoutesOf(slice))
      this.http.addRoutes({ path, methods: [HttpMethod[method]], integration });
  }

  private makeStage(): void {
    const accessLogs = new LogGroup(this, 'access-log', {
      logGroupName: `/aws/apigateway/${named(this.house)}`,
      retention: RETENTION.accessLogs,
    });
    const stage = new HttpStage(this, 'stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: THROTTLE.rate, burstLimit: THROTTLE.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(
          JSON.stringify(Object.fromEntries(ACCESS_LOG.map((field) => [field.split('.').at(-1), `$context.${field}`]))),
        ),
      },
    });
    const cfnStage = stage.node.defaultChild as CfnStage;
    const limit = {
      ThrottlingRateLimit: OPEN_COMMAND_THROTTLE.rate,
      ThrottlingBurstLimit: OPEN_COMMAND_THROTTLE.burst,
    };
    cfnStage.routeSettings = Object.fromEntries(
      this.house.slices.flatMap(openCommandsOf).map((route) => [routeKey(route), limit]),
    );
    stage.node.addDependency(this.http);
    this.mapDomain(stage);
  }

  /** WeChat and AWS China both serve an API only under a domain with an ICP filing: it is given as context, never assumed. */
  private mapDomain(stage: HttpStage): void {
    const { domain } = this.house;
    if (!domain) return;
    const certificate = Certificate.fromCertificateArn(this, 'certificate', domain.certificateArn);
    const domainName = new DomainName(this, 'domain', {
      domainName: domain.name,
      certificate,
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'mapping', { api: this.http, domainName, stage });
    new CfnOutput(this, 'DomainTarget', { value: domainName.regionalDomainName, description: 'CNAME of the domain' });
  }
}
