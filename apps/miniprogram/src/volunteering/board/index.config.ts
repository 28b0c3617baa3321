export default definePageConfig({ navigationBarTitleText: '班次看板' });
