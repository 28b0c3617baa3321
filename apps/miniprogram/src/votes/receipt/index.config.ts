export default definePageConfig({ navigationBarTitleText: '查我的票' });
