export default definePageConfig({ navigationBarTitleText: '社区依法履职事项清单' });
