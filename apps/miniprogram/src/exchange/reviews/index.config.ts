export default definePageConfig({ navigationBarTitleText: '感谢待审核' });
