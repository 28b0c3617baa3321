export default definePageConfig({ navigationBarTitleText: '别人看到的我' });
