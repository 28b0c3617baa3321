import { TABS, subpackages } from './kernel/routes';

const tabs = Object.entries(TABS).map(([tab, text]) => ({
  pagePath: `tabs/${tab}/index`,
  text,
  iconPath: `tabs/icons/${tab}.png`,
  selectedIconPath: `tabs/icons/${tab}-on.png`,
}));

export default defineAppConfig({
  pages: tabs.map(({ pagePath }) => pagePath),
  subPackages: subpackages(),
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '签到时核对您是否在服务地点，只记录是否在附近，不记录位置' } },
  window: {
    navigationBarTitleText: '共治',
    navigationBarBackgroundColor: '#fbf9f4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#fbf9f4',
    backgroundTextStyle: 'dark',
  },
  tabBar: { color: '#46514b', selectedColor: '#1c5843', backgroundColor: '#ffffff', borderStyle: 'black', list: tabs },
} as Parameters<typeof defineAppConfig>[0] & { __usePrivacyCheck__: true });
