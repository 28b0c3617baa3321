import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { api } from '@gongzhi/shared/api/contract';
import type { Seen } from '../kernel/observe';
import { eventFor } from '../kernel/test-door';
import { filterPage } from './filter-page';
import { apiHandler } from './index';
import { stylePage } from './style-page';

const ask = async (path: `/${string}`): Promise<{ answer: APIGatewayProxyStructuredResultV2; seen: Seen[] }> => {
  const seen: Seen[] = [];
  const event = eventFor({ method: 'GET', path }, { headers: { 'x-request-id': 'request-1' } });
  const answer = (await apiHandler((one) => seen.push(one))(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  return { answer, seen };
};

test('the description is served whole, as OpenAPI 3.1, with every slice in it', async () => {
  const { answer } = await ask('/api/openapi.json');
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': 'request-1',
      'X-Content-Type-Options': 'nosniff',
    },
  });
  const document = JSON.parse(answer.body ?? '');
  expect(api.readOpenapi.output.safeParse(document).success).toBe(true);
  const slices = readdirSync(join(__dirname, '../../../shared/src')).filter((folder) => folder !== 'kernel');
  expect(document.tags.map(({ name }: { name: string }) => name).sort()).toEqual(slices.sort());
  expect(document.paths['/votes/{communityId}/votes/{voteId}/ballots'].post.operationId).toBe('votes.castVote');
});

test('the page names every route of the description and says its headings in Chinese', async () => {
  const [{ answer: page }, { answer: json }] = await Promise.all([ask('/api/docs'), ask('/api/openapi.json')]);
  const ids = Object.values(
    JSON.parse(json.body ?? '').paths as Record<string, Record<string, { operationId: string }>>,
  ).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  for (const id of ids) expect(page.body).toContain(`id="${id}"`);
  expect(page.body).toContain('<html lang="zh-CN">');
  for (const heading of ['议事', '谁可以调用', '请求正文', '成功时的回答', '各种回答'])
    expect(page.body).toContain(heading);
});

test('the page loads nothing from elsewhere, and its policy admits only its own style and script', async () => {
  const { answer } = await ask('/api/docs');
  const policy = String(answer.headers?.['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; /);
  expect(policy).not.toContain('unsafe');
  expect(answer.body).toContain(`<style>${stylePage}</style>`);
  expect(answer.body).toContain(`<script>${filterPage}</script>`);
  expect(answer.body).not.toMatch(/(src|href)="(https?:)?\/\/|style="|onclick=|@import|url\(/);
});

test('the content is readable without the script: the filter is hidden until it runs', async () => {
  const { answer } = await ask('/api/docs');
  expect(answer.body).toContain('<form role="search" hidden>');
  expect(answer.body).toContain('<label for="filter">筛选路由</label>');
});

test('an unknown route is a plain 404', async () => {
  const { answer, seen } = await ask('/api/secrets');
  expect(answer).toMatchObject({ statusCode: 404, body: '{"refused":"NOT_FOUND"}' });
  expect(seen).toMatchObject([{ route: 'unknown', status: 404 }]);
});

test.each(Object.entries(api))(
  '%s answers its route and is observed under its name, without anything consumed',
  async (name, route) => {
    const { answer, seen } = await ask(route.path);
    expect(answer.statusCode).toBe(200);
    expect(seen).toMatchObject([
      { route: name, status: 200, units: { read: 0, write: 0 }, requestId: 'request-1', error: undefined },
    ]);
  },
);
