import { join } from 'node:path';
import { RuleTester } from 'eslint';
import { ROOT } from '../places.mjs';
import platform from './platform.mjs';

const at = (path, code) => ({ name: `${path}: ${code}`, filename: join(ROOT, 'apps/miniprogram/src', path), code });
const bad = (messageId, path, code) => ({ ...at(path, code), errors: [{ messageId }] });

new RuleTester().run('platform', platform, {
  valid: [
    at(
      'councils/motion/index.tsx',
      "import Taro from '@tarojs/taro'; Taro.navigateTo({ url: '/x' }); Taro.showToast({ title: 'x' });",
    ),
    at('kernel/platform/weapp.ts', 'if (process.env.TARO_ENV === "weapp") Taro.login(); window.location.reload();'),
    at('kernel/call.ts', "Taro.request({ url: '/x' });"),
    at('home/model.ts', 'const window = { a: 1 }; window.a; const view = { document: 1 }; view.document;'),
    at('home/index.test.ts', 'window.scrollTo(0, 0);'),
    { filename: join(ROOT, 'apps/local/src/index.ts'), code: "fetch('/x'); process.env.TARO_ENV;" },
  ],
  invalid: [
    bad('environment', 'home/index.tsx', "if (process.env.TARO_ENV === 'h5') x();"),
    bad('environment', 'home/index.tsx', "if (process.env['TARO_ENV'] === 'h5') x();"),
    bad('environment', 'home/index.tsx', 'Taro.getEnv();'),
    bad('environment', 'kernel/call.ts', 'Taro.getSystemInfoSync();'),
    bad('environment', 'kernel/queue.ts', "Taro.setStorageSync('a', 1);"),
    bad('environment', 'me/index.tsx', "import { login } from '@tarojs/taro';"),
    bad('environment', 'me/index.tsx', 'wx.login();'),
    bad('environment', 'me/index.tsx', "window.location.href = '/';"),
    bad('environment', 'me/index.tsx', "localStorage.getItem('a');"),
    bad('transport', 'councils/motion/index.tsx', "Taro.request({ url: '/x' });"),
    bad('transport', 'kernel/queue.ts', "Taro.uploadFile({ url: '/x' });"),
    bad('fetch', 'councils/motion/model.ts', "fetch('/x');"),
  ],
});
