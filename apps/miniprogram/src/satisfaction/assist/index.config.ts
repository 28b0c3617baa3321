export default definePageConfig({ navigationBarTitleText: '代居民填写' });
