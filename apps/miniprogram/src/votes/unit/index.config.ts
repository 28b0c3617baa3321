export default definePageConfig({ navigationBarTitleText: '录入一户' });
