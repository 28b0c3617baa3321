export default definePageConfig({ navigationBarTitleText: '请人代录选票' });
