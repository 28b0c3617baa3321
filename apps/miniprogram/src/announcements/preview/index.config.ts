export default definePageConfig({ navigationBarTitleText: '发布前看一看' });
