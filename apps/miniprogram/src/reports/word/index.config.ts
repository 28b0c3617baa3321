export default definePageConfig({ navigationBarTitleText: '说几句' });
