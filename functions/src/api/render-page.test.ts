import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { openapi } from '@gongzhi/shared/kernel/openapi';
import { renderPage } from './render-page';

const route = {
  summary: 'Tags like <script>alert(1)</script> & "quotes"',
  method: 'POST',
  path: '/identity/{personId}/a',
  access: ['worker', 'chair'],
  owner: true,
  units: 3,
  input: z.strictObject({ personId: z.string(), choice: z.enum(['<b>', 'no']), note: z.optional(z.int()) }),
  output: z.strictObject({ at: z.iso.datetime() }),
  refusals: ['STALE'],
} as const;
const page = renderPage(openapi({ identity: defineContract({ change: route }), novelty: {} }, '1'));

test('what a contract says is shown as text, never as markup', () => {
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('Tags like &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  expect(page).toContain('&lt;b&gt; | no');
});

test('who may call, what it may cost and what may be refused is said in words', () => {
  expect(page).toContain('谁可以调用：社区工作者、议事会召集人（只限本人）。最多 3 个写入单位。');
  expect(page).toContain('STALE：内容刚刚有了变化，请刷新后再试。');
});

test('fields stand in tables with their place, type and whether they must be given', () => {
  expect(page).toContain('<th scope="row"><code>personId</code></th><td>路径</td><td>string</td><td>必填</td>');
  expect(page).toContain('<th scope="row"><code>idempotency-key</code></th><td>请求头</td>');
  expect(page).toContain('<th scope="row"><code>note</code></th><td>integer</td><td>可不填</td>');
});

test('a slice this page has no Chinese name for is shown under its own', () => {
  expect(page).toContain('<h2 id="novelty">novelty');
});

test('elements that open are closed, so that the outline holds', () => {
  for (const tag of ['details', 'table', 'section', 'tr', 'main', 'div']) {
    expect(page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(page.match(new RegExp(`</${tag}>`, 'g'))?.length);
  }
});
