export default definePageConfig({ navigationBarTitleText: '业主登记' });
