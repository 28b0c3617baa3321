import Taro from '@tarojs/taro';
import { paint, type Pen } from './paint';
import { copy, dial, locate, network, request, show, storage } from './taro';
import type { Answer, Asked, Attach, Files, Picture, Platform, Privacy } from './port';

type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void;
/** Taro's types lack what base library 2.32.3 gave WeChat. */
declare const wx: {
  onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void;
  openPrivacyContract?: (options: object) => void;
};
type AppBase = { fontSizeSetting?: number; fontSizeScaleFactor?: number };
const base = (): AppBase => Taro.getAppBaseInfo() as AppBase;
const USUAL_PX = 17;

const files: Files = {
  pick: async (endings) => {
    const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] }).catch(
      () => undefined,
    );
    const file = picked?.tempFiles[0];
    if (!file) return undefined;
    const bytes = Taro.getFileSystemManager().readFileSync(file.path);
    return typeof bytes === 'string' ? undefined : { name: file.name, bytes };
  },
  open: async ({ name, base64 }) => {
    const path = `${Taro.env.USER_DATA_PATH}/${name}`;
    Taro.getFileSystemManager().writeFileSync(path, base64, 'base64');
    await Taro.openDocument({ filePath: path, showMenu: true });
  },
};

/** What is sent takes as long as a slow line needs for 10 MB. */
const SEND_MS = 120_000;
const attach: Attach = {
  picture: async () => {
    const picked = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).catch(
      () => undefined,
    );
    const file = picked?.tempFiles[0];
    return file && { path: file.tempFilePath, name: '', bytes: file.size };
  },
  document: async () => {
    const extension = ['pdf', 'docx', 'xlsx'];
    const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension }).catch(() => undefined);
    const file = picked?.tempFiles[0];
    return file && { path: file.path, name: file.name, bytes: file.size };
  },
  send: ({ url, fields, path }, progress) =>
    new Promise((resolve, reject) => {
      const task = Taro.uploadFile({
        ...{ url, filePath: path, name: 'file', formData: fields, timeout: SEND_MS },
        success: ({ statusCode }) => resolve(statusCode),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
      task.onProgressUpdate(({ progress: percent }) => progress(percent));
    }),
};

/** Drawn off the screen; WeChat's own menu then sends or saves it, so that no album is asked for. */
const keepPicture = async (picture: Picture) => {
  const { width, height } = picture;
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height });
  paint(canvas.getContext('2d') as unknown as Pen, picture);
  const { tempFilePath: path } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' });
  await Taro.showShareImageMenu({ path }).catch(({ errMsg = '' }: { errMsg?: string }) => {
    if (!errMsg.includes('cancel')) return Taro.previewImage({ urls: [path] });
    return undefined;
  });
};

const privacy: Privacy = {
  onAsked: (ask) =>
    wx.onNeedPrivacyAuthorization?.((resolve) =>
      ask((agreed, buttonId) => resolve(agreed ? { event: 'agree', buttonId } : { event: 'disagree' })),
    ),
  openGuide: () => wx.openPrivacyContract?.({}),
};

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies Answer[];
/** `acceptWithAudio` and its like are accepts. A prompt that could not be shown is no answer. */
const subscribe = async (offers: readonly Asked[]): Promise<Record<string, Answer>> => {
  const tmplIds = offers.map(({ id }) => id);
  const said = (await Taro.requestSubscribeMessage({ tmplIds } as never).catch(() => ({}))) as Record<string, string>;
  const answers = tmplIds.map((id) => [id, said[id]?.startsWith('accept') ? 'accept' : said[id]] as const);
  return Object.fromEntries(answers.filter(([, answer]) => answer && ANSWERS.includes(answer))) as Record<
    string,
    Answer
  >;
};

export const weapp: Platform = {
  name: 'weapp',
  ownBack: true,
  storage,
  request,
  network,
  dial,
  copy,
  linkTo: (path) => path,
  files,
  show,
  attach,
  privacy,
  keepPicture,
  subscribe,
  random: async (length) => new Uint8Array((await Taro.getRandomValues({ length })).randomValues),
  signIn: { loginCode: async () => (await Taro.login()).code },
  scan: async () =>
    (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'wxCode'] as never }).catch(() => undefined))
      ?.result,
  locate,
  text: {
    factor: () => base().fontSizeScaleFactor ?? (base().fontSizeSetting ?? USUAL_PX) / USUAL_PX,
    setting: () => base().fontSizeSetting ?? USUAL_PX,
  },
};
