export default definePageConfig({ navigationBarTitleText: '积分怎样算' });
