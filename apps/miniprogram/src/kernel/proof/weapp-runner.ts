import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { apply, pathTo, type Node, type Payload } from './tree';

export interface Asked {
  method: string;
  path: string;
  /** Where a list goes on. */
  cursor: string | undefined;
}
/** What the stub of WeChat answers with: the API's body, and what lies in storage. */
export interface World {
  answer: (asked: Asked) => unknown;
  storage: Record<string, string>;
  /** What the camera reads. */
  scanned?: string;
}
export interface Opened {
  payloads: Payload[];
  root: () => Node | undefined;
  settled: () => Promise<void>;
  /** A tap as WeChat reports it: to the one handler Taro binds everywhere, for the node and then for all around it. */
  tap: (node: Node) => void;
  /** The page is left: what it does by itself while it is looked at stops. */
  close: () => void;
}
export interface Weapp {
  pages: string[];
  open: (page: string, query: Record<string, string>) => Opened;
  errors: unknown[];
}

/** Returned by `answer`, it means that nobody answered. */
export const OFFLINE = Symbol('offline');
type Told = (result: object) => void;
type Run = (...given: unknown[]) => void;
interface Requested {
  url: string;
  method: string;
  success?: Told;
  fail?: Told;
  complete?: Told;
}
type PageConfig = Record<string, ((...given: unknown[]) => unknown) | undefined>;
const nothing = () => undefined;
/** A page is at rest when nothing was set for this long. */
const QUIET_MS = 120;

/** WeChat's interfaces that pages may call on opening and that change nothing here. One used and not named fails with its name. */
const IDLE = [
  ...['onNetworkStatusChange', 'onNeedPrivacyAuthorization'],
  ...['setNavigationBarTitle', 'setTabBarItem'],
  'nextTick',
  'removeStorageSync',
  'getMenuButtonBoundingClientRect',
  'onAppShow',
  'onAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'login',
  'stopPullDownRefresh',
  'pageScrollTo',
  'navigateTo',
  'switchTab',
  'redirectTo',
];

const makeWx = ({ answer, storage, scanned }: World): Record<string, unknown> => {
  const request = ({ url, method, success, fail, complete }: Requested) => {
    const { pathname, searchParams } = new URL(url);
    const data = answer({ method, path: pathname, cursor: searchParams.get('cursor') ?? undefined });
    const got =
      data === OFFLINE ? { errMsg: 'request:fail' } : { statusCode: 200, header: {}, data, errMsg: 'request:ok' };
    setTimeout(() => {
      (data === OFFLINE ? fail : success)?.(got);
      complete?.(got);
    }, 0);
    return { abort: nothing };
  };
  const told = (result: object) => (asked: { success?: Told; complete?: Told }) =>
    void setTimeout(() => {
      asked.success?.(result);
      asked.complete?.(result);
    }, 0);
  return {
    scanCode: told({ result: scanned, errMsg: 'scanCode:ok' }),
    getLocation: told({ latitude: 31.27, longitude: 121.53, accuracy: 15, errMsg: 'getLocation:ok' }),
    ...Object.fromEntries(IDLE.map((name) => [name, nothing])),
    request,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    getStorageSync: (key: string) => storage[key] ?? '',
    setStorageSync: (key: string, value: string) => {
      storage[key] = value;
    },
    getAppBaseInfo: () => ({ fontSizeSetting: 17, fontSizeScaleFactor: 1, SDKVersion: '3.4.2' }),
    getSystemInfoSync: () => ({ SDKVersion: '3.4.2' }),
  };
};

const compiled = new Map<string, Run>();
/** A file of the bundle as a function: compiled once, run for each app that is started. */
const compiledOf = (file: string, names: string[]): Run => {
  const run = compiled.get(file) ?? (new Function(...names, readFileSync(file, 'utf8')) as Run);
  compiled.set(file, run);
  return run;
};

/** Runs the built bundle as WeChat would, in Node: loads app.js, then a page, and keeps every setData. */
export const runWeapp = (dist: string, world: World): Weapp => {
  if (!existsSync(join(dist, 'app.json'))) {
    throw new Error(`${dist} holds no built mini-program. Build it first: npm run build:weapp`);
  }
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages?: { root: string; pages: string[] }[];
  };
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  const wx = makeWx(world);
  const errors: unknown[] = [];
  const stack: { route: string }[] = [];
  const loaded = new Map<string, { exports: unknown }>();
  let config: PageConfig = {};

  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const given = {
      require: (name: string) => load(resolve(dirname(file), name.endsWith('.js') ? name : `${name}.js`)),
      module,
      exports: module.exports,
      wx,
      // what an app goes on trying by itself does not keep the test from ending
      setTimeout: (work: () => void, ms?: number) => setTimeout(work, ms).unref(),
      App: (it: PageConfig) => {
        it.onLaunch?.call(it, { path: '', query: {} });
        it.onShow?.call(it, {});
      },
      Page: (it: PageConfig) => {
        config = it;
      },
      Component: nothing,
      Behavior: nothing,
      getApp: () => ({}),
      getCurrentPages: () => stack,
      console: { ...console, error: (...words: unknown[]) => errors.push(words) },
    };
    compiledOf(file, Object.keys(given))(...Object.values(given));
    return module.exports;
  };
  load(join(dist, 'app.js'));

  const open = (page: string, query: Record<string, string>): Opened => {
    load(join(dist, `${page}.js`));
    const payloads: Payload[] = [];
    const data: Record<string, unknown> = {};
    let last = Date.now();
    const setData = (payload: Payload, done?: () => void) => {
      payloads.push(payload);
      apply(data, payload);
      last = Date.now();
      setTimeout(() => done?.(), 0);
    };
    const instance = Object.assign(Object.create(config) as object, {
      route: page,
      setData,
      selectComponent: nothing,
      data,
    });
    stack.splice(0, stack.length, instance);
    const own = config;
    for (const step of ['onLoad', 'onShow', 'onReady']) config[step]?.call(instance, query);
    const settled = () =>
      new Promise<void>((done) => {
        const look = () =>
          payloads.length > 0 && Date.now() - last > QUIET_MS ? done() : void setTimeout(look, QUIET_MS / 4);
        setTimeout(look, QUIET_MS / 4);
      });
    const tap = (node: Node) => {
      last = Date.now();
      const [target, ...around] = pathTo(data.root as Node, node).map(({ sid, uid }) => ({
        id: String(uid ?? sid),
        dataset: { sid },
      }));
      for (const currentTarget of [target, ...around])
        config.eh?.call(instance, { type: 'tap', timeStamp: last, detail: {}, target, currentTarget });
    };
    const close = () => {
      for (const step of ['onHide', 'onUnload']) own[step]?.call(instance);
    };
    return { payloads, tap, close, root: () => data.root as Node | undefined, settled };
  };
  return { pages, open, errors };
};
