import './zod';
import * as z from 'zod/mini';
import { isCommand, type Contract, type Route } from './contract';
import { REFUSALS, type RefusalCode } from './refusals';

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type Schema = z.core.JSONSchema.BaseSchema;
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; description?: string; schema: Schema };
export type Body = { required: boolean; content: Record<string, { schema: Schema }> };
export type Response = { description: string; headers: Record<string, unknown>; content: Record<string, { schema: Schema }> };
export type Operation = {
  operationId: string;
  tags: [slice: string];
  summary: string;
  parameters: Parameter[];
  requestBody?: Body;
  responses: Record<string, Response>;
  security: Record<string, string[]>[];
  'x-access': Route['access'];
  /** Only the subject's owner is let through. */
  'x-owner'?: true;
  /** Most write units one call may consume. */
  'x-units': number;
};
export type Document = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown> };
};
/** What a signed-in caller's command carries so that a repeat is answered again and not done again. */
const IDEMPOTENCY_KEY: Parameter = {
  name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
  description: '每次操作一个新的键，重试时不变。同键同内容得到第一次的回答，同键不同内容被拒绝。',
};
const REQUEST_ID = { 'x-request-id': { description: '这次请求的编号，报告问题时请附上。', schema: { type: 'string' } } };
const REPLAYED = { 'idempotent-replayed': { description: '为 true 时，这是第一次操作的回答。', schema: { type: 'string', enum: ['true'] } } };

const ISSUES: Schema = {
  type: 'object', required: ['issues'], additionalProperties: false,
  properties: { issues: { type: 'array', items: {
    type: 'object', required: ['path', 'message'],
    properties: { path: { type: 'array', items: { type: ['string', 'integer'] } }, message: { type: 'string' } },
  } } },
};
const BROKEN: Schema = { type: 'object', required: ['requestId'], properties: { requestId: { type: 'string' } } };

/** Bounds and patterns that only restate what the type or the format already says are left out, for the reader. */
const plain = ({ jsonSchema: schema }: { jsonSchema: Schema }) => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'date-time') delete schema.pattern;
};

const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: plain });
  return schema;
};

/** Commands of somebody signed in keep their answer under the caller's key; a public one has no caller to keep it for. */
const isKeyed = (route: Route): boolean => isCommand(route) && route.access !== 'public';
const json = (schema: Schema) => ({ 'application/json': { schema } });
const placeholders = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** What a request looks like: the fields of one strict input, sorted into path, query and body. */
const request = (route: Route): Pick<Operation, 'parameters' | 'requestBody'> => {
  const { properties = {}, required = [] } = schemaOf(route.input, 'input');
  const inPath = placeholders(route.path);
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const parameter = (place: 'path' | 'query') => (name: string): Parameter =>
    ({ name, in: place, required: required.includes(name), schema: properties[name] as Schema });
  const path = inPath.map(parameter('path'));
  if (!isCommand(route)) return { parameters: [...path, ...Object.keys(rest).map(parameter('query'))] };
  const parameters = [...path, ...(isKeyed(route) ? [IDEMPOTENCY_KEY] : [])];
  if (Object.keys(rest).length === 0) return { parameters };
  const needed = required.filter((name) => name in rest);
  const body: Schema = { type: 'object', properties: rest, additionalProperties: false, ...(needed.length > 0 && { required: needed }) };
  return { parameters, requestBody: { required: needed.length > 0, content: json(body) } };
};

/** The refusals of a route: its own, and those that `serve` answers with for a route of its kind (a wrong token is refused even where none is needed). */
export const refusalsOf = (route: Route): RefusalCode[] => {
  const from: [applies: boolean, code: RefusalCode][] = [
    [true, 'NOT_SIGNED_IN'],
    [true, 'SESSION_ENDED'],
    [Array.isArray(route.access), 'NOT_ELIGIBLE'],
    [route.access !== 'public' && route.consent !== false, 'CONSENT_NEEDED'],
    [isKeyed(route), 'KEY_REUSED'],
    ['cursor' in route.input.shape, 'BAD_CURSOR'],
    [true, 'BUSY'],
  ];
  return [...new Set([...route.refusals, ...from.filter(([applies]) => applies).map(([, code]) => code)])];
};

const refused = (codes: RefusalCode[]): Schema => ({
  type: 'object', required: ['refused'], additionalProperties: false,
  properties: {
    refused: { type: 'string', enum: codes },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number'] }, description: '句子里的具体数字和原因。' },
  },
});

const answer = (description: string, schema: Schema, headers: object = {}): Response =>
  ({ description, headers: { ...REQUEST_ID, ...headers }, content: json(schema) });

/** Answers by status: the output, what is invalid, each refusal with the sentence people read, and the bare 500. */
const responses = (route: Route): Record<string, Response> => {
  const output = schemaOf(route.output, 'output');
  const done = answer('成功。', output, isKeyed(route) ? REPLAYED : {});
  const codesOf = (status: number) => refusalsOf(route).filter((code) => REFUSALS[code][0] === status);
  const all: Record<string, Response> = {
    200: output.type === 'string' ? { ...done, content: { 'text/html': { schema: output } } } : done,
    400: answer('填写有误，逐项说明。', ISSUES),
    ...(isCommand(route) && { 413: answer('内容太大，请分开提交。', ISSUES) }),
    500: answer('系统出错，请凭编号报告。', BROKEN),
  };
  for (const status of new Set(refusalsOf(route).map((code) => REFUSALS[code][0]))) {
    const codes = codesOf(status);
    const sentences = codes.map((code) => `- ${code}：${REFUSALS[code][1]}`).join('\n');
    const before = all[status];
    all[status] = before
      ? answer(`${before.description}\n${sentences}`, { anyOf: [ISSUES, refused(codes)] })
      : answer(sentences, refused(codes));
  }
  return all;
};

const operation = (slice: string, name: string, route: Route): Operation => ({
  operationId: `${slice}.${name}`,
  tags: [slice],
  summary: route.summary,
  ...request(route),
  responses: responses(route),
  security: route.access === 'public' ? [{}, { token: [] }] : [{ token: [] }],
  'x-access': route.access,
  ...(route.owner && { 'x-owner': true }),
  'x-units': route.units ?? (isCommand(route) ? 8 : 0),
});

/**
 * Contracts as one OpenAPI 3.1 document. A route whose output is a bare string answers with an HTML page.
 * @param contracts each slice's contract under the slice's name, which becomes its tag.
 */
export const openapi = (contracts: Readonly<Record<string, Contract>>, version: string): Document => {
  const paths: Document['paths'] = {};
  for (const [slice, contract] of Object.entries(contracts))
    for (const [name, route] of Object.entries(contract))
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(slice, name, route);
  return {
    openapi: '3.1.0',
    info: { title: '共治 Gongzhi', version, description: '社区共治的接口：每条路由都由同一份契约生成。' },
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
};
