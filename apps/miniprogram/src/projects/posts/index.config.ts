export default definePageConfig({ navigationBarTitleText: '党员岗位' });
