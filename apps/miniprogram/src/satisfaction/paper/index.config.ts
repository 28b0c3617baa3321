export default definePageConfig({ navigationBarTitleText: '凭答题码作答' });
