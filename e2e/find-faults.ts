import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The page that the address names is the one shown, and every part of it has its answer. */
export const settled = (page: Page) =>
  page.waitForFunction(() => {
    const path = location.hash.slice(1).split('?')[0] ?? '';
    const shown = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility());
    return shown.some(
      (one) => one.id.startsWith(path) && one.querySelector('.page-title') && !one.querySelector('.skeleton'),
    );
  });

/** What axe finds in the page as it stands. */
const axeFaults = async (page: Page): Promise<string[]> => {
  // the app is one document: what was put into it is there on its next page too
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      // Targets are measured apart: axe also counts what the bar at the bottom happens to cover until one scrolls.
      rules: { 'target-size': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
};

/** What is wrong with how a page lies on the phone: wider than it, or targets too small (a frame's own 2 px aside). */
export const misfitsOf = async (page: Page, target: number): Promise<string[]> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const small = await page.evaluate(
    (least) =>
      [...document.querySelectorAll('[role=button],[role=radio],input,textarea')]
        .filter(
          (one) =>
            one.checkVisibility() &&
            one.getBoundingClientRect().height > 0 &&
            one.getBoundingClientRect().height < least - 2.5,
        )
        .map(
          (one) =>
            `${one.getAttribute('aria-label') ?? one.tagName}: ${Math.round(one.getBoundingClientRect().height)} px`,
        ),
    target,
  );
  return [...(wide > 0 ? [`${wide} px wider than the phone`] : []), ...small];
};

/** What is wrong with a page as it stands: how it lies on the phone, or a fault axe finds. */
export const faultsOf = async (page: Page, target: number): Promise<string[]> => [
  ...(await misfitsOf(page, target)),
  ...(await axeFaults(page)),
];
