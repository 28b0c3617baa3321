export default definePageConfig({ navigationBarTitleText: '等社区评议' });
