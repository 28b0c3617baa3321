export default definePageConfig({ navigationBarTitleText: '发到了多少人' });
