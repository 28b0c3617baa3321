export default definePageConfig({ navigationBarTitleText: '导入以前的时长' });
