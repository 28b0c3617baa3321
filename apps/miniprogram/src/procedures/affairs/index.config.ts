export default definePageConfig({ navigationBarTitleText: '事务分类' });
