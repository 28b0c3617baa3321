import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PEOPLE } from '@gongzhi/local/demo/people';
import { startCloud } from '@gongzhi/local/start';

type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The whole product on free ports with nothing in it, and a browser. */
export interface World {
  cloud: Cloud;
  dir: string;
  /** A phone of its own: its storage is shared with nobody. */
  phone(look?: Look): Promise<Page>;
  stop(): Promise<void>;
}
/** How the reader sees it: width in CSS px, and the browser's text size over the usual. */
export interface Look {
  width?: number;
  text?: number;
}

const FLAGS = [
  // the collector's and the compiler's threads take more from a small machine than they give
  '--js-flags=--single-threaded',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a page whose answer was changed on its way counts as from nowhere, and may then fetch no picture from this computer
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
];
const ROOT = join(__dirname, '..');
/** What one action on a busy machine may take. */
const PATIENCE = 45_000;

/** What the page's next documents are shown as. */
export const layOut = async (page: Page, { width = 375, text = 1 }: Look): Promise<void> => {
  await page.setViewportSize({ width, height: Math.round(width * 2.16) });
  await page.unroute('**/');
  if (text === 1) return;
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('<html', `<html style="font-size:${text * 100}%"`);
    await route.fulfill({ response: answer, body });
  });
};

const openPhone = async (context: BrowserContext, look: Look): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await layOut(page, look);
  return page;
};

export const startWorld = async (): Promise<World> => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-e2e-'));
  const cloud = await startCloud({
    dir: join(dir, 'data'),
    cdkOut: join(ROOT, 'infra/cdk.out'),
    h5Dir: process.env['H5_DIR'] ?? join(ROOT, 'apps/miniprogram/dist/h5'),
    wechat: { people: PEOPLE, present: true },
    lazy: true,
  });
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const stop = async () => {
    await browser.close();
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { cloud, dir, phone: async (look = {}) => openPhone(await browser.newContext(), look), stop };
};
