export default definePageConfig({ navigationBarTitleText: '决议和落实' });
