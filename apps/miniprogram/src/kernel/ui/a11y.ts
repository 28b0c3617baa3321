/** What an element is and says to a screen reader. */
export interface Accessible {
  role?: 'button' | 'link' | 'heading' | 'radio' | 'radiogroup' | 'tab' | 'tablist' | 'switch' | 'checkbox' | 'dialog' | 'alert' | 'status' | 'progressbar' | 'list' | 'listitem' | 'textbox' | 'img' | 'region' | 'main';
  label?: string;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  modal?: boolean;
  level?: number;
  valueNow?: number;
  valueMin?: number;
  valueMax?: number;
  valueText?: string;
}
type Attributes = Record<string, string | number | boolean>;

const TAPPED = new Set(['button', 'link', 'radio', 'tab', 'switch', 'checkbox']);
/** Landmarks mean something to a browser only. */
const LANDMARKS = new Set(['main', 'region']);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();

/** Attribute names a platform takes: WeChat `ariaLabel` (renamed by the accessibility plugin), Alipay the same but `role`, a browser `aria-label`. */
export const attributesFor = (env: string, { role, ...states }: Accessible): Attributes => {
  const given = Object.entries(states).filter(([, value]) => value !== undefined) as [string, string | number | boolean][];
  if (env === 'h5') {
    return {
      ...(role ? { role } : {}),
      ...(role && TAPPED.has(role) ? { tabindex: states.disabled ? '-1' : '0' } : {}),
      ...Object.fromEntries(given.map(([name, value]) => [`aria-${name.toLowerCase()}`, String(value)])),
    };
  }
  return {
    ...(role && !LANDMARKS.has(role) ? { [env === 'alipay' ? 'role' : 'ariaRole']: role } : {}),
    ...Object.fromEntries(given.map(([name, value]) => [`aria${pascal(name)}`, value])),
  };
};

/** Spread on any element: `<View {...a11y({ role: 'button', label: '附议' })} />`. */
export const a11y = (accessible: Accessible): Attributes => attributesFor(process.env.TARO_ENV ?? 'weapp', accessible);

/** For Input and Textarea: on H5 the name belongs to the real input inside Taro's element. */
export const inputA11y = (label: string): Attributes | { nativeProps: Attributes } =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: attributesFor('h5', { label }) } : a11y({ role: 'textbox', label });
