import Taro from '@tarojs/taro';
import { paint } from './paint';
import { attach } from './h5-attach';
import { copy, dial, request, storage } from './taro';
import type { Answer, Asked, DemoPerson, Files, Fix, Network, Picture, Platform, Show, SignIn } from './port';
import './h5.scss';

const ask = async <T>(method: 'GET' | 'POST', path: string): Promise<T> => {
  const { status, body } = await request({ url: `${API_ORIGIN}${path}`, method, headers: {} });
  if (status !== 200) throw new Error(`the local cloud answered ${status}`);
  return body as T;
};

/** A browser has no WeChat account: the local cloud lists its demo people and makes codes for them. */
const signIn: SignIn = {
  people: () => ask<DemoPerson[]>('GET', '/dev/people'),
  loginCode: async (person) =>
    (await ask<{ code: string }>('POST', `/dev/people/${encodeURIComponent(person ?? '')}/login-code`)).code,
  phoneCode: async (person) =>
    (await ask<{ code: string }>('POST', `/dev/people/${encodeURIComponent(person)}/phone-code`)).code,
};

/**
 * In a browser there is no WeChat to ask. In the local cloud its stand-in is asked, in a window that stands for WeChat's own;
 * elsewhere nobody is asked.
 */
const subscribe = async (offers: readonly Asked[]): Promise<Record<string, Answer>> => {
  const key = storage.read('demo-person');
  if (!key) return {};
  const content = `${offers.map(({ says }) => `“${says}”`).join('、')}，每样允许发一条。`;
  const { confirm } = await Taro.showModal({
    title: '在微信里提醒我',
    content,
    confirmText: '允许',
    cancelText: '不用',
  });
  const answer = confirm ? 'accept' : 'reject';
  const said = Object.fromEntries(offers.map(({ id }) => [id, answer])) as Record<string, Answer>;
  const { status } = await request({
    url: `${API_ORIGIN}/dev/people/${encodeURIComponent(key)}/popup`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });
  return status === 200 ? said : {};
};

/** Taro hears the network through `navigator.connection`, which not every browser has. */
const network: Network = { onReturn: (back) => addEventListener('online', back) };

const download = (name: string, content: string | Uint8Array<ArrayBuffer> | Blob, type: string) => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const files: Files = {
  pick: (endings) =>
    new Promise((resolve) => {
      const input = Object.assign(document.createElement('input'), {
        type: 'file',
        accept: endings.map((e) => `.${e}`).join(','),
      });
      input.onchange = async () => {
        const file = input.files?.[0];
        resolve(file ? { name: file.name, bytes: await file.arrayBuffer() } : undefined);
      };
      input.oncancel = () => resolve(undefined);
      input.click();
    }),
  open: async ({ name, mediaType, base64 }) =>
    download(
      name,
      Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
      mediaType,
    ),
  save: (name, text) => download(name, text, 'text/plain'),
};

const keepPicture = async (picture: Picture) => {
  const { name, width, height } = picture;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  paint(pen as never, picture);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('no picture');
  download(name, png, 'image/png');
};

/** A browser asks only on a secure page; a refusal is no fix. It tells WGS-84, and the server and the maps of China go by GCJ-02. */
const locate = async (): Promise<Fix | undefined> => {
  const found = await new Promise<GeolocationPosition | undefined>((resolve) =>
    navigator.geolocation.getCurrentPosition(resolve, () => resolve(undefined), {
      enableHighAccuracy: true,
      timeout: 8_000,
      maximumAge: 30_000,
    }),
  );
  if (!found) return undefined;
  const { latitude, longitude, accuracy } = found.coords;
  const { default: gcoord } = await import('gcoord');
  const [lng, lat] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02) as [number, number];
  return { lat, lng, accuracy, datum: 'gcj02' };
};

const rootPx = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
const BROWSER_PX = 16;

/** Taro's elements are no real buttons: Enter and Space tap whatever has a role and the focus. */
const tapByKey = (event: KeyboardEvent) => {
  const { target } = event;
  if (
    !(target instanceof HTMLElement) ||
    (event.key !== 'Enter' && event.key !== ' ') ||
    !target.matches('[role][tabindex="0"]')
  )
    return;
  event.preventDefault();
  target.click();
};

const follow = (href: string, target = '') =>
  Object.assign(document.createElement('a'), { href, target, rel: 'noopener' }).click();
/** A browser shows a picture, and enlarges it, by itself: Taro's own viewer would add 68 KB to every visit. */
const show: Show = { picture: (url) => follow(url, '_blank'), document: async ({ url }) => follow(url) };

export const h5: Platform = {
  name: 'h5',
  ownBack: false,
  start: () => document.addEventListener('keydown', tapByKey),
  storage,
  request,
  network,
  dial,
  copy,
  linkTo: (path) => `${location.origin}${location.pathname}#${path}`,
  random: async (length) => crypto.getRandomValues(new Uint8Array(length)),
  ...(typeof navigator !== 'undefined' && 'geolocation' in navigator ? { locate } : {}),
  print: () => window.print(),
  keepPicture,
  subscribe,
  signIn,
  files,
  show,
  attach,
  text: { factor: () => rootPx() / BROWSER_PX, setting: () => (rootPx() / BROWSER_PX) * 17 },
  ...(typeof speechSynthesis === 'undefined'
    ? {}
    : {
        speech: {
          say: (words, done) => {
            const said = Object.assign(new SpeechSynthesisUtterance(words), {
              lang: 'zh-CN',
              rate: 0.9,
              onend: done,
              onerror: done,
            });
            speechSynthesis.cancel();
            speechSynthesis.speak(said);
          },
          stop: () => speechSynthesis.cancel(),
        },
      }),
};
