export default definePageConfig({ navigationBarTitleText: '出具过的证明' });
