export default definePageConfig({ navigationBarTitleText: '还要联系的住户' });
