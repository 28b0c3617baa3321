import { alipay } from './alipay';
import { h5 } from './h5';
import type { Platform } from './port';
import { weapp } from './weapp';

/** The platform this bundle was built for; the others fall out of the bundle. */
export const platform: Platform =
  process.env.TARO_ENV === 'weapp' ? weapp : process.env.TARO_ENV === 'alipay' ? alipay : h5;
