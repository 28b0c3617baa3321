export default definePageConfig({ navigationBarTitleText: '补记荣誉时长' });
