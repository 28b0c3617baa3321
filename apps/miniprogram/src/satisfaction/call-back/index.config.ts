export default definePageConfig({ navigationBarTitleText: '凭回访码查看' });
