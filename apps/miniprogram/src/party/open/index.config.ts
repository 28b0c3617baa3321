export default definePageConfig({ navigationBarTitleText: '公开的党员' });
