export default definePageConfig({ navigationBarTitleText: '设岗位' });
