export default definePageConfig({ navigationBarTitleText: '更正和核对' });
