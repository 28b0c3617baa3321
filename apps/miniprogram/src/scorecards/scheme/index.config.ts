export default definePageConfig({ navigationBarTitleText: '怎么考核' });
