export default definePageConfig({ navigationBarTitleText: '各社区记分卡' });
