export default definePageConfig({ navigationBarTitleText: '成员和职责' });
