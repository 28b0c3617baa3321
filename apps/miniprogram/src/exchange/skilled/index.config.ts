export default definePageConfig({ navigationBarTitleText: '找会的人' });
