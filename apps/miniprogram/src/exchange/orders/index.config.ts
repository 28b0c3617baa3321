export default definePageConfig({ navigationBarTitleText: '等待领取' });
