export default definePageConfig({ navigationBarTitleText: '社区记分卡' });
