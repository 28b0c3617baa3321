import Taro from '@tarojs/taro';
import type { Fix, Network, Request, Show, Storage } from './port';

/** What every platform does the same way through Taro. */
export const storage: Storage = {
  read: (key) => {
    const value: unknown = Taro.getStorageSync(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  },
  write: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
};

const TIMEOUT_MS = 15_000;

export const request: Request = async ({ url, method, headers, body }) => {
  const answer = await Taro.request<unknown, string>({
    url,
    method,
    header: headers,
    timeout: TIMEOUT_MS,
    ...(body === undefined ? {} : { data: body }),
  });
  const found = new Map(
    Object.entries(answer.header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { status: answer.statusCode, body: answer.data, header: (name) => found.get(name) };
};

export const network: Network = {
  onReturn: (back) =>
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) back();
    }),
};

export const dial = (number: string): void => {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
};

export const copy = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text });
};

/** One fix in the datum of China's maps; whoever refuses, or a phone that cannot tell, gives none. */
export const locate = async (): Promise<Fix | undefined> => {
  const found = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 4_000 }).catch(
    () => undefined,
  );
  return found && { lat: found.latitude, lng: found.longitude, accuracy: found.accuracy, datum: 'gcj02' };
};

export const show: Show = {
  picture: (url) => {
    // 68 KB of a viewer, which would come into the browser's bundle although only the others use it
    if (process.env.TARO_ENV !== 'h5') void Taro.previewImage({ urls: [url], current: url });
  },
  document: async ({ url, ending }) => {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) throw new Error(`the store answered ${statusCode}`);
    await Taro.openDocument({ filePath: tempFilePath, fileType: ending as 'pdf', showMenu: true });
  },
};
