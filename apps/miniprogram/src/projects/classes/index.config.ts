export default definePageConfig({ navigationBarTitleText: '岗位类别' });
