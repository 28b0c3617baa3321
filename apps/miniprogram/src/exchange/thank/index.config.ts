export default definePageConfig({ navigationBarTitleText: '感谢志愿者' });
