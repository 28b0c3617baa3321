export default definePageConfig({ navigationBarTitleText: '看法图' });
