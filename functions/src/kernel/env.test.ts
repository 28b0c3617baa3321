import { readEnv } from './env';

test('the named variables are read', () => {
  expect(readEnv(['A', 'B'], { A: '1', B: '2', C: '3' })).toEqual({ A: '1', B: '2' });
});

test('every variable that is missing or empty is named at once', () => {
  expect(() => readEnv(['A', 'B', 'C'], { B: '2', C: '' })).toThrow('missing environment: A, C');
});

test('the process’s own environment is the default', () => {
  process.env['GONGZHI_TEST'] = 'here';
  expect(readEnv(['GONGZHI_TEST'])).toEqual({ GONGZHI_TEST: 'here' });
  delete process.env['GONGZHI_TEST'];
});
