export default definePageConfig({ navigationBarTitleText: '本单位报到党员' });
