export default definePageConfig({ navigationBarTitleText: '合并或拆分' });
