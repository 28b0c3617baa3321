export default definePageConfig({ navigationBarTitleText: '召集看板' });
