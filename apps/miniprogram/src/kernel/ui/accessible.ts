/** What an element is and says to a screen reader. */
export interface Accessible {
  role?:
    | 'button'
    | 'link'
    | 'heading'
    | 'radio'
    | 'radiogroup'
    | 'tab'
    | 'tablist'
    | 'switch'
    | 'checkbox'
    | 'dialog'
    | 'alert'
    | 'status'
    | 'progressbar'
    | 'list'
    | 'listitem'
    | 'textbox'
    | 'img'
    | 'region'
    | 'main';
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
export type Attributes = Record<string, string | number | boolean>;

const TAPPED = new Set(['button', 'link', 'radio', 'tab', 'switch', 'checkbox']);
/** Landmarks mean something to a browser only. */
const LANDMARKS = new Set(['main', 'region']);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();

const browser = ({ role, ...states }: Accessible, given: [string, string | number | boolean][]): Attributes => ({
  ...(role ? { role } : {}),
  ...(role && TAPPED.has(role) ? { tabindex: states.disabled ? '-1' : '0' } : {}),
  ...Object.fromEntries(given.map(([name, value]) => [`aria-${name.toLowerCase()}`, String(value)])),
});

const mini = (
  role: Accessible['role'],
  roleName: string,
  given: [string, string | number | boolean][],
): Attributes => ({
  ...(role && !LANDMARKS.has(role) ? { [roleName]: role } : {}),
  ...Object.fromEntries(given.map(([name, value]) => [`aria${pascal(name)}`, value])),
});

/** Attribute names a platform takes: WeChat `ariaLabel` (renamed by the accessibility plugin), Alipay the same but `role`, a browser `aria-label`. */
export const attributesFor = (platform: 'weapp' | 'alipay' | 'h5', accessible: Accessible): Attributes => {
  const { role, ...states } = accessible;
  const given = Object.entries(states).filter(([, value]) => value !== undefined) as [
    string,
    string | number | boolean,
  ][];
  return platform === 'h5'
    ? browser(accessible, given)
    : mini(role, platform === 'alipay' ? 'role' : 'ariaRole', given);
};
