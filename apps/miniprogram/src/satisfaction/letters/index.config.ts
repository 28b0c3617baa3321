export default definePageConfig({ navigationBarTitleText: '打印调查信' });
