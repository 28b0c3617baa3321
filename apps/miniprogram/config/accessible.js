// WeChat's aria attributes we use (base library 2.7.1). Alipay takes `role` where WeChat takes `aria-role`.
const NAMES = [
  process.env.TARO_ENV === 'alipay' ? 'role' : 'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-live',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-disabled',
  'aria-modal',
  'aria-level',
  'aria-valuenow',
  'aria-valuemin',
  'aria-valuemax',
  'aria-valuetext',
];
const COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView', 'Switch'];

/**
 * Component → attribute → default ('' = pass on what the page gives), the form both of Taro's tables take.
 * Names stay in kebab case: Taro writes them into the template as they are and looks them up in camel case at run time.
 */
exports.ACCESSIBLE = Object.fromEntries(
  COMPONENTS.map((component) => [component, Object.fromEntries(NAMES.map((name) => [name, '']))]),
);
