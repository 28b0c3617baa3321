export default definePageConfig({ navigationBarTitleText: '认领和审核' });
