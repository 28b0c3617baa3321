export default definePageConfig({ navigationBarTitleText: '驻区单位' });
