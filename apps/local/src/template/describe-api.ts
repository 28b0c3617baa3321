import type { CorsSpec, RouteSpec } from './model';
import type { Found, Select } from './select-resources';

/** The function's name at the end of its ARN. */
export const functionIn = (arn: string): string => arn.slice(arn.lastIndexOf(':function:') + ':function:'.length);

const routeOf = (route: Found, integrations: readonly Found[]): RouteSpec => {
  const target = route.need<string>('Target').replace('integrations/', '');
  const integration = integrations.find(({ name }) => name === target);
  if (!integration) throw new Error(`${route.stack.id}/${route.id}: there is no integration ${target}.`);
  const [type, version] = [
    integration.need<string>('IntegrationType'),
    integration.get<string>('PayloadFormatVersion'),
  ];
  if (type !== 'AWS_PROXY' || version !== '2.0')
    throw new Error(`${integration.stack.id}/${integration.id}: only AWS_PROXY with payload 2.0 runs here.`);
  const authorization = route.get<string>('AuthorizationType') ?? 'NONE';
  if (authorization !== 'NONE')
    throw new Error(`${route.stack.id}/${route.id}: the local gateway has no authorizer of type ${authorization}.`);
  return { routeKey: route.need<string>('RouteKey'), fn: functionIn(integration.need<string>('IntegrationUri')) };
};

export const describeRoutes = (select: Select): RouteSpec[] => {
  const integrations = select('AWS::ApiGatewayV2::Integration');
  return select('AWS::ApiGatewayV2::Route').map((route) => routeOf(route, integrations));
};

export const describeCors = (select: Select): CorsSpec | undefined => {
  const apis = select('AWS::ApiGatewayV2::Api');
  if (apis.length > 1) throw new Error(`One HTTP API can be served on one port; the templates have ${apis.length}.`);
  const list = (name: string) => apis[0]?.get<string[]>(`CorsConfiguration.${name}`) ?? [];
  if (!apis[0]?.get('CorsConfiguration')) return undefined;
  return {
    origins: list('AllowOrigins'),
    methods: list('AllowMethods'),
    headers: list('AllowHeaders'),
    exposed: list('ExposeHeaders'),
    credentials: apis[0].get<boolean>('CorsConfiguration.AllowCredentials') ?? false,
    maxAgeSeconds: apis[0].get<number>('CorsConfiguration.MaxAge'),
  };
};
