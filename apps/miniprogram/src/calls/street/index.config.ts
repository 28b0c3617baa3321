export default definePageConfig({ navigationBarTitleText: '应急召集情况' });
