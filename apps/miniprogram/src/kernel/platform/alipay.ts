import Taro from '@tarojs/taro';
import { copy, dial, locate, network, request, show, storage } from './taro';
import type { Platform } from './port';

/** Alipay gives no file to a mini-program, has no large-text setting to read and no random bytes: codes made there are as hard to guess as `Math.random` is. */
export const alipay: Platform = {
  name: 'alipay',
  ownBack: true,
  storage,
  request,
  network,
  dial,
  copy,
  linkTo: (path) => path,
  random: async (length) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)),
  signIn: { loginCode: async () => (await Taro.login()).code },
  scan: async () => (await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined))?.result,
  locate,
  show,
  files: {
    open: async ({ name, base64 }) => {
      const path = `${Taro.env.USER_DATA_PATH}/${name}`;
      Taro.getFileSystemManager().writeFileSync(path, base64, 'base64');
      await Taro.openDocument({ filePath: path, fileType: 'pdf' });
    },
  },
  text: { factor: () => 1, setting: () => 17 },
};
