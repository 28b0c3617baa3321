import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { apiHandler } from '../functions/src/api/index';

/** The page about the API as a reader meets it: served with its own headers, in a browser that obeys them. */
let server: Server;
let browser: Browser;
let page: Page;
const said: string[] = [];

const serve = async (url: string) => {
  const requestContext = { requestId: 'e2e', http: { method: 'GET' } };
  const asked = [{ rawPath: url, headers: {}, requestContext }, {}] as unknown as Parameters<
    ReturnType<typeof apiHandler>
  >;
  return (await apiHandler(() => undefined)(...asked)) as {
    statusCode: number;
    headers: Record<string, string | undefined>;
    body: string;
  };
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void serve(request.url ?? '').then(({ statusCode, headers, body }) => {
      response.writeHead(
        statusCode,
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >,
      );
      response.end(body);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

const open = async (bypassCSP = false) => {
  page = await (await browser.newContext({ viewport: { width: 375, height: 800 }, bypassCSP })).newPage();
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/docs`);
};
const shown = () => page.locator('.route:visible').count();

test('its own style and script run under its policy, and nothing is complained of', async () => {
  await open();
  expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
  expect(await page.getByRole('search').isVisible()).toBe(true);
  expect(said.filter((text) => /security policy|refused/i.test(text))).toEqual([]);
}, 30_000);

test('typing narrows the routes to those that hold every word, says how many, and clearing brings all back', async () => {
  await open();
  const all = await shown();
  await page.getByRole('searchbox', { name: '筛选路由' }).fill('POST decision councils');
  expect(await shown()).toBe(1);
  expect(await page.locator('output').textContent()).toBe(`共 ${all} 条路由，符合 1 条`);
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
  await page.getByRole('searchbox').fill('没有这样的路由');
  expect(await shown()).toBe(0);
  await page.getByRole('searchbox').fill('');
  expect(await shown()).toBe(all);
}, 30_000);

test('a route opens by keyboard and shows who may call it, its fields and its refusals', async () => {
  await open();
  await page.getByRole('searchbox').fill('ballots post change');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const route = page.locator('.route[open]');
  expect(await route.getAttribute('id')).toBe('votes.castVote');
  expect(await route.innerText()).toMatch(/谁可以调用：居民[\s\S]*idempotency-key[\s\S]*choice[\s\S]*HOUSEHOLD_VOTED/);
}, 30_000);

test('nothing runs off a narrow screen with everything open, and axe finds nothing with two routes of each slice open', async () => {
  await open(true);
  const setOpen = (which: string) =>
    page.evaluate((selector) => {
      for (const element of document.querySelectorAll('details'))
        element.toggleAttribute('open', element.matches(selector) || element.closest(selector) !== null);
    }, which);
  await setOpen('details');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  // all routes are drawn by the same few lines: axe reads hundreds of them for minutes and says the same
  await setOpen('.route:nth-of-type(-n + 2)');
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () =>
    (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations.map(({ id }) => id),
  );
  expect(violations).toEqual([]);
}, 60_000);
