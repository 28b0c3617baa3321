export default definePageConfig({ navigationBarTitleText: '时长是怎么算的' });
