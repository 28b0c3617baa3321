export default definePageConfig({ navigationBarTitleText: '服务情况报告' });
