import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';

/** The description of the whole API: what other contracts say, made readable for machines and for people. */
export const api = defineContract({
  readOpenapi: {
    summary: 'This description, as OpenAPI 3.1.',
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    input: z.strictObject({}),
    output: z.looseObject({ openapi: z.literal('3.1.0') }),
    refusals: [],
  },
  readDocs: {
    summary: 'The same description as a page to read (HTML, in Chinese).',
    method: 'GET',
    path: '/api/docs',
    access: 'public',
    input: z.strictObject({}),
    output: z.string(),
    refusals: [],
  },
});
