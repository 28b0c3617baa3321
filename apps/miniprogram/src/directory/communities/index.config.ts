export default definePageConfig({ navigationBarTitleText: '社区和开通' });
