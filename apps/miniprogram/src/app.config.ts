import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TABS, subpackages } from './kernel/routes';

const tabs = Object.entries(TABS).map(([tab, text]) => ({
  pagePath: `tabs/${tab}/index`, text, iconPath: `tabs/icons/${tab}.png`, selectedIconPath: `tabs/icons/${tab}-on.png`,
}));

// A page that is named but not written yet is left out, so that the rest can be built.
const written = subpackages()
  .map(({ root, pages }) => ({ root, pages: pages.filter((page) => existsSync(join(process.cwd(), 'src', root, `${page}.tsx`))) }))
  .filter(({ pages }) => pages.length > 0);

export default defineAppConfig({
  pages: tabs.map(({ pagePath }) => pagePath),
  subPackages: written,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: '共治',
    navigationBarBackgroundColor: '#fbf9f4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#fbf9f4',
    backgroundTextStyle: 'dark',
  },
  tabBar: { color: '#46514b', selectedColor: '#1c5843', backgroundColor: '#ffffff', borderStyle: 'black', list: tabs },
} as Parameters<typeof defineAppConfig>[0] & { __usePrivacyCheck__: true });
