import './zod';
import * as z from 'zod/mini';
import type { Route } from './contract';

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type Schema = z.core.JSONSchema.BaseSchema;
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
};
export type Body = { required: boolean; content: Record<string, { schema: Schema }> };
export type Response = {
  description: string;
  headers: Record<string, unknown>;
  content: Record<string, { schema: Schema }>;
};
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
export const IDEMPOTENCY_KEY: Parameter = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
  description: '每次操作一个新的键，重试时不变。同键同内容得到第一次的回答，同键不同内容被拒绝。',
};
export const REQUEST_ID = {
  'x-request-id': { description: '这次请求的编号，报告问题时请附上。', schema: { type: 'string' } },
};
export const REPLAYED = {
  'idempotent-replayed': {
    description: '为 true 时，这是第一次操作的回答。',
    schema: { type: 'string', enum: ['true'] },
  },
};

export const ISSUES: Schema = {
  type: 'object',
  required: ['issues'],
  additionalProperties: false,
  properties: {
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'array', items: { type: ['string', 'integer'] } }, message: { type: 'string' } },
      },
    },
  },
};
export const BROKEN: Schema = {
  type: 'object',
  required: ['requestId'],
  properties: { requestId: { type: 'string' } },
};

/** Bounds and patterns that only restate what the type or the format already says are left out, for the reader. */
const plain = ({ jsonSchema: schema }: { jsonSchema: Schema }) => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'date-time') delete schema.pattern;
};

/** A shape as JSON Schema, without the dialect's own name. */
export const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: plain });
  return schema;
};
