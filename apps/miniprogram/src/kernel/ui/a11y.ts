import { platform } from '../platform/platform';
import { attributesFor, type Accessible, type Attributes } from './accessible';

/** Spread on any element: `<View {...a11y({ role: 'button', label: '附议' })} />`. */
export const a11y = (accessible: Accessible): Attributes => attributesFor(platform.name, accessible);

/** For Input and Textarea: on H5 the name belongs to the real input inside Taro's element. */
export const inputA11y = (label: string): Attributes | { nativeProps: Attributes } =>
  platform.name === 'h5' ? { nativeProps: attributesFor('h5', { label }) } : a11y({ role: 'textbox', label });
