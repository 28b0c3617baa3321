export default definePageConfig({ navigationBarTitleText: '核对证明' });
