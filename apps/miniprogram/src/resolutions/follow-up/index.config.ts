export default definePageConfig({ navigationBarTitleText: '怎样跟进决议' });
