export default definePageConfig({ navigationBarTitleText: '等您同意的通知' });
