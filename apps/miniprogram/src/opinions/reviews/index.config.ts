export default definePageConfig({ navigationBarTitleText: '看法审核' });
