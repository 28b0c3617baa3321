import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openSession } from '@gongzhi/local/demo/api';
import { PEOPLE } from '@gongzhi/local/demo/people';

/** A demo person with a phone in the hand: taps what can be seen, by the words on it. */
export class Person {
  constructor(
    readonly page: Page,
    readonly url: string,
    readonly key: string,
  ) {}

  get name(): string {
    return PEOPLE.find(({ key }) => key === this.key)?.name ?? this.key;
  }
  go = async (path: string): Promise<void> => {
    await this.page.goto(`${this.url}/#${path}`);
  };
  /** What was on the page instead, when it was not what it should be. */
  private orShoot = async (done: Promise<void>): Promise<void> => {
    try {
      await done;
    } catch (error) {
      await this.shoot(`failed ${this.key}`);
      throw error;
    }
  };
  /**
   * Looks again now and then: what was found on a page that is just leaving is not what is there afterwards. It is tried until
   * it could be tapped and tapped once: a tap that came late, and again, would undo itself.
   */
  private clickLast = async (any: Locator): Promise<void> => {
    for (const timeout of [4_000, 4_000, 4_000]) {
      const ready = await any
        .last()
        .click({ timeout, trial: true })
        .then(
          () => true,
          () => false,
        );
      if (ready) break;
    }
    await any.last().click();
  };
  /** The button, row or choice that says this; the last one on the page, since a sheet lies over what it covers. */
  tap = async (label: string | RegExp): Promise<void> => {
    const name = typeof label === 'string' ? { name: label, exact: true } : { name: label };
    const roles = (['button', 'radio', 'checkbox'] as const).map((role) => this.page.getByRole(role, name));
    const any = roles.reduce((all, one) => all.or(one)).filter({ visible: true });
    await this.orShoot(this.clickLast(any));
  };
  fill = async (label: string, words: string, index = 0): Promise<void> => {
    const field = this.page
      .locator('.field')
      .filter({ has: this.page.locator('.field-label', { hasText: new RegExp(`^${label}$`) }) })
      .filter({ visible: true });
    await field.nth(index).locator('input, textarea').first().fill(words);
  };
  /** A picture of the whole page, when a folder for pictures is named (`SHOTS=/tmp/shots`): so that somebody looks at it. */
  shoot = async (name: string): Promise<void> => {
    const folder = process.env['SHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const size = this.page.viewportSize();
    // the page scrolls inside its frame: a phone tall enough shows it whole
    if (size) await this.page.setViewportSize({ width: size.width, height: 3000 });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
    if (size) await this.page.setViewportSize(size);
  };
  sees = async (words: string | RegExp): Promise<void> => {
    await this.orShoot(this.page.getByText(words).filter({ visible: true }).first().waitFor());
  };

  /** The first time, the privacy notice is agreed to; later it is not asked again. */
  signIn = async (first = true): Promise<void> => {
    await this.go('/identity/sign-in/index');
    await this.tap(new RegExp(`^以${this.name}的身份登录`));
    if (first) await this.tap('我已阅读，同意');
    await this.atHome();
  };
  goHome = async (): Promise<void> => {
    await this.go('/tabs/home/index');
    await this.atHome();
  };
  private atHome = async (): Promise<void> => {
    await this.page.waitForURL(/tabs\/home/);
    // whoever goes on before the tab is there may find it lying over where they went
    await this.page.locator('.taro_tabbar_page').filter({ visible: true }).first().waitFor();
  };
  /** Opens the app on a phone that is signed in since the last time: where signing in is not what is tested. */
  comeBack = async (): Promise<void> => {
    const session = await openSession(this.url, this.key);
    // the app may not run yet when its storage is written: any other page of its origin does
    await this.page.goto(`${this.url}/dev/people`);
    await this.page.evaluate(
      ([given, person]) => {
        const keep = (name: string, data: string) => localStorage.setItem(name, JSON.stringify({ data }));
        keep('session', JSON.stringify({ ...given, obtainedAt: Date.now() }));
        keep('demo-person', person);
      },
      [session, this.key] as const,
    );
    await this.goHome();
  };
  /** Joins by the phone number on the roll. */
  joinByPhone = async (): Promise<void> => {
    await this.tap('加入社区');
    await this.tap(/小营巷/);
    await this.fill('邻居怎么称呼您', this.name);
    await this.tap('用手机号核对');
    await this.tap('同意，用手机号核对');
    await this.sees(/小营巷社区 · 居民/);
  };
}
