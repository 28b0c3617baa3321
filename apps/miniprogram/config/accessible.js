// WeChat's aria attributes we use (base library 2.7.1). Alipay takes `role` where WeChat takes `aria-role`.
const NAMES = [
  process.env.TARO_ENV === 'alipay' ? 'role' : 'ariaRole',
  'ariaLabel', 'ariaHidden', 'ariaLive', 'ariaChecked', 'ariaSelected', 'ariaExpanded', 'ariaDisabled',
  'ariaModal', 'ariaLevel', 'ariaValuenow', 'ariaValuemin', 'ariaValuemax', 'ariaValuetext',
];
const COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView', 'Switch'];

/** Component → attribute → default ('' = pass on what the page gives), the form both of Taro's tables take. */
exports.ACCESSIBLE = Object.fromEntries(
  COMPONENTS.map((component) => [component, Object.fromEntries(NAMES.map((name) => [name, '']))]),
);
