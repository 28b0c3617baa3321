export default definePageConfig({ navigationBarTitleText: '纸质票和协助' });
