import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';

/** A request that cannot be read: `status` and the issues the caller is told. */
export class Unreadable extends Error {
  constructor(
    readonly status: 400 | 413,
    readonly issues: { path: string[]; message: string }[],
  ) {
    super(issues[0]?.message ?? '');
  }
}
const unreadable = (status: 400 | 413, path: string, message: string) =>
  new Unreadable(status, [{ path: path ? [path] : [], message }]);

const DEFAULT_BODY_LIMIT = 65_536;

const bodyText = (event: APIGatewayProxyEventV2) => {
  const raw = event.body ?? '';
  return event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw;
};

const bodyFields = (event: APIGatewayProxyEventV2, route: Route): Record<string, unknown> => {
  const raw = bodyText(event);
  const limit = route.bodyLimit ?? DEFAULT_BODY_LIMIT;
  if (Buffer.byteLength(raw) > limit)
    throw unreadable(413, '', `内容太大（上限 ${Math.floor(limit / 1024)} KB），请分开提交。`);
  if (raw === '') return {};
  try {
    const body: unknown = JSON.parse(raw);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // falls through: the sentence is the same for anything that is not a JSON object
  }
  throw unreadable(400, '', '提交的内容格式不对，请重试。');
};

/** Path, query and body fields together; the path wins, and a field given twice with different values is refused. */
export const fieldsOf = (event: APIGatewayProxyEventV2, route: Route): Record<string, unknown> => {
  const all = { ...event.queryStringParameters, ...bodyFields(event, route) };
  for (const [name, value] of Object.entries(event.pathParameters ?? {})) {
    if (name in all && all[name] !== value) throw unreadable(400, name, '地址与内容不一致，请返回重试。');
    all[name] = value;
  }
  return all;
};

/** The caller's name for this act, kept through retries. Required on every command of a signed-in caller. */
export const idempotencyKeyOf = (event: APIGatewayProxyEventV2, route: Route): string => {
  const key = event.headers['idempotency-key'] ?? '';
  if (isCommand(route) && route.access !== 'public' && !/^[\w-]{8,64}$/.test(key)) {
    throw unreadable(400, 'Idempotency-Key', '缺少提交编号，请更新到最新版本后重试。');
  }
  return key;
};

/** Hash of what is asked: route and parsed input, with keys in order. */
export const requestHash = (route: string, input: Record<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify([route, Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url');

/** The scope the caller's roles are read for; undefined for what is neither a community nor a street, in which nobody has a role. */
export const scopeOf = (event: APIGatewayProxyEventV2): string | undefined => {
  const scope = event.pathParameters?.['communityId'] ?? event.pathParameters?.['streetId'] ?? '';
  return /^\d{9}(\d{3})?$/.test(scope) ? scope : undefined;
};

export const bearerOf = (event: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer (\S{1,2048})$/i.exec(event.headers['authorization'] ?? '')?.[1];

/** The client's request id when it is harmless to echo, otherwise API Gateway's. */
export const requestIdOf = (event: APIGatewayProxyEventV2): string => {
  const given = event.headers['x-request-id'] ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : event.requestContext.requestId;
};
