export default definePageConfig({ navigationBarTitleText: '一批证明' });
