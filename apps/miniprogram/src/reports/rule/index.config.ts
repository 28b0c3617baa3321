export default definePageConfig({ navigationBarTitleText: '报告和评议的规则' });
