export default definePageConfig({ navigationBarTitleText: '协助投票' });
