import { isCommand, type Contract, type Route } from './contract';
import {
  BROKEN,
  IDEMPOTENCY_KEY,
  ISSUES,
  REPLAYED,
  REQUEST_ID,
  type Document,
  type Operation,
  type Parameter,
  type Response,
  type Schema,
  schemaOf,
} from './openapi-parts';
import { REFUSALS, type RefusalCode } from './refusals';

/** Commands of somebody signed in keep their answer under the caller's key; a public one has no caller to keep it for. */
const isKeyed = (route: Route): boolean => isCommand(route) && route.access !== 'public';
const json = (schema: Schema) => ({ 'application/json': { schema } });
const placeholders = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** What a request looks like: the fields of one strict input, sorted into path, query and body. */
const request = (route: Route): Pick<Operation, 'parameters' | 'requestBody'> => {
  const { properties = {}, required = [] } = schemaOf(route.input, 'input');
  const inPath = placeholders(route.path);
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const parameter =
    (place: 'path' | 'query') =>
    (name: string): Parameter => ({
      name,
      in: place,
      required: required.includes(name),
      schema: properties[name] as Schema,
    });
  const path = inPath.map(parameter('path'));
  if (!isCommand(route)) return { parameters: [...path, ...Object.keys(rest).map(parameter('query'))] };
  const parameters = [...path, ...(isKeyed(route) ? [IDEMPOTENCY_KEY] : [])];
  if (Object.keys(rest).length === 0) return { parameters };
  const needed = required.filter((name) => name in rest);
  const body: Schema = {
    type: 'object',
    properties: rest,
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed }),
  };
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
  type: 'object',
  required: ['refused'],
  additionalProperties: false,
  properties: {
    refused: { type: 'string', enum: codes },
    facts: {
      type: 'object',
      additionalProperties: { type: ['string', 'number'] },
      description: '句子里的具体数字和原因。',
    },
  },
});

const answer = (description: string, schema: Schema, headers: object = {}): Response => ({
  description,
  headers: { ...REQUEST_ID, ...headers },
  content: json(schema),
});

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
