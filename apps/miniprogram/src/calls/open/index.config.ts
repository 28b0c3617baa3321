export default definePageConfig({ navigationBarTitleText: '发起召集' });
