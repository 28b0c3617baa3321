import { createHash } from 'node:crypto';
import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { api } from '@gongzhi/shared/api/contract';
import { contracts } from '@gongzhi/shared/api/contracts';
import { routeKey } from '@gongzhi/shared/kernel/contract';
import { createMatcher } from '@gongzhi/shared/kernel/match-route';
import { openapi } from '@gongzhi/shared/kernel/openapi';
import { observe, type Observe } from '../kernel/observe';
import { requestIdOf } from '../kernel/request';
import { filterPage } from './filter-page';
import { renderPage } from './render-page';
import { stylePage } from './style-page';

const document = openapi(contracts, '0.1.0');

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Only the page's own style and script, named by their hashes: nothing else may load, run, frame it or be posted to. */
const POLICY = [
  "default-src 'none'",
  `style-src ${sha256(stylePage)}`,
  `script-src ${sha256(filterPage)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What one route answers: text made once, on the first call that asks for it. */
const once = (headers: Record<string, string>, make: () => string) => {
  let text: string | undefined;
  return () => ({
    statusCode: 200,
    headers: { 'cache-control': 'public, max-age=300', ...headers },
    body: (text ??= make()),
  });
};
const answers = {
  readOpenapi: once({ 'content-type': 'application/json; charset=utf-8' }, () => JSON.stringify(document)),
  readDocs: once({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }, () =>
    renderPage(document),
  ),
} satisfies Record<keyof typeof api, unknown>;
type Name = keyof typeof api;
const match = createMatcher(
  (Object.keys(api) as Name[]).map((name) => ({ routeKey: routeKey(api[name]), name })),
  ({ name }) => name,
);
const unknownRoute = () => ({
  statusCode: 404,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '{"refused":"NOT_FOUND"}',
});

/** Public and without data: no caller, no ledger, so it answers without `serve`. */
export const apiHandler = (see: Observe = observe) =>
  middy(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const started = performance.now();
    const requestId = requestIdOf(event);
    const name = match(event.requestContext.http.method, event.rawPath)?.target;
    const reply = name ? answers[name]() : unknownRoute();
    see({
      route: name ?? 'unknown',
      status: reply.statusCode,
      ms: performance.now() - started,
      units: { read: 0, write: 0 },
      requestId,
      error: undefined,
    });
    return { ...reply, headers: { ...reply.headers, 'x-request-id': requestId } };
  }).use(
    httpSecurityHeaders({
      contentSecurityPolicy: false,
      permissionsPolicy: false,
      xssProtection: false,
      reportTo: false,
    }),
  );

export const handler = apiHandler();
