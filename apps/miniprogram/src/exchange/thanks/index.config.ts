export default definePageConfig({ navigationBarTitleText: '收到的感谢' });
