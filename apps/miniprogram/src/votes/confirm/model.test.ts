import { confirmWords } from './model';

test('whoever agrees knows beforehand who will see the choice', () => {
  expect(confirmWords({ state: 'asked' }, { ballot: 'secret' }).words).toContain('他看不到您选了什么');
  expect(confirmWords({ state: 'asked' }, { ballot: 'named' }).words).toContain('这次表决是记名的');
});

test('before and after there is a sentence too', () => {
  const titles = ([undefined, 'confirmed', 'cast'] as const).map(
    (state) => confirmWords(state ? { state } : {}, { ballot: 'named' }).title,
  );
  expect(titles).toEqual(['现在没有工作人员申请为您家代录', '您已经同意', '您家的票已经投出']);
});
