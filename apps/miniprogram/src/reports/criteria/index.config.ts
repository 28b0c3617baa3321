export default definePageConfig({ navigationBarTitleText: '评议的标准' });
