import { attributesFor } from './accessible';

const button = { role: 'button', label: '附议', disabled: true } as const;

test.each([
  ['weapp', { ariaRole: 'button', ariaLabel: '附议', ariaDisabled: true }],
  ['alipay', { role: 'button', ariaLabel: '附议', ariaDisabled: true }],
  ['h5', { role: 'button', tabindex: '-1', 'aria-label': '附议', 'aria-disabled': 'true' }],
] as const)('%s gets the names it knows', (env, attributes) => {
  expect(attributesFor(env, button)).toEqual(attributes);
});

test('what can be tapped is reached by the keyboard on H5, what cannot is not', () => {
  expect(attributesFor('h5', { role: 'radio', checked: false })).toEqual({
    role: 'radio',
    tabindex: '0',
    'aria-checked': 'false',
  });
  expect(attributesFor('h5', { role: 'heading', level: 1 })).toEqual({ role: 'heading', 'aria-level': '1' });
});

test('names of several words are written as the platform does', () => {
  expect(attributesFor('weapp', { valueNow: 3, valueText: '三' })).toEqual({ ariaValuenow: 3, ariaValuetext: '三' });
});

test('a landmark is for browsers only', () => {
  expect([attributesFor('h5', { role: 'main' }), attributesFor('weapp', { role: 'main' })]).toEqual([
    { role: 'main' },
    {},
  ]);
});
