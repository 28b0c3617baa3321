export default definePageConfig({ navigationBarTitleText: '回应居民' });
