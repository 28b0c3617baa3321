export default definePageConfig({ navigationBarTitleText: '微心愿的办法' });
