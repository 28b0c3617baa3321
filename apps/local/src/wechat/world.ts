import { randomBytes } from 'node:crypto';
import { fail } from './errors';
import { QUOTAS, type Quota } from './quotas';
import type { Template } from './field-rules';

export interface Person {
  /** How the sign-in page of the local cloud names them. */
  key: string;
  name: string;
  /** One line about who they are, shown beside the name. */
  says: string;
  openid: string;
  phone?: string;
  unionid?: string;
}
/** What the next answers of a path are instead: an errcode, no answer, not JSON, HTTP 502; `lost`: it is done, and the line breaks before the answer. */
export type Fault = number | 'timeout' | 'garbage' | 'down' | 'lost';
/** Bad luck without end: of so many thousand answers of a path, so many are this fault. */
export interface Rate {
  fault: Fault;
  perMille: number;
}
export interface CallbackSettings {
  url: string;
  token: string;
  format: 'json' | 'xml';
  /** `compat` carries the plain fields and the encrypted ones. */
  mode: 'plain' | 'compat' | 'safe';
  /** EncodingAESKey, 43 characters; needed unless the mode is plain. */
  aesKey?: string;
}
export interface Seed {
  appid?: string;
  secret?: string;
  people?: readonly Person[];
  templates?: readonly Template[];
  /** Published pages; every page exists when left out. */
  pages?: readonly string[];
  quotas?: Readonly<Record<string, readonly Quota[]>>;
  /** How long one send of a subscribe message takes: what overlaps for one person is refused. Default 10. */
  sendMs?: number;
  /** Everyone counts as here now: a browser tab, unlike WeChat, tells nobody that it is open. Default false. */
  present?: boolean;
}
export interface SentMessage {
  at: string;
  openid: string;
  templateId: string;
  page?: string;
  data: Readonly<Record<string, string>>;
}
export interface MediaRule {
  urlPart: string;
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** A random id of WeChat's look: `letters` long, base64url. */
export const randomId = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);

/** Everything the stand-in remembers. Its clock is the only one asked. */
export const createWorld = (seed: Seed, now: () => Date) => ({
  now,
  seed: {
    appid: 'wx0123456789abcdef',
    secret: '0123456789abcdef0123456789abcdef',
    templates: [],
    sendMs: 10,
    present: false,
    ...seed,
  },
  quotas: { ...QUOTAS, ...seed.quotas },
  people: new Map((seed.people ?? []).map((person) => [person.key, person])),
  /** Openid to key. */
  keys: new Map((seed.people ?? []).map(({ openid, key }) => [openid, key])),
  blocked: new Set<string>(),
  codes: new Map<string, { kind: 'login' | 'phone'; key: string; at: number; used: boolean }>(),
  sessions: new Map<
    string,
    { sessionKey: string; keys: { encrypt_key: string; iv: string; version: number; create_time: number }[] }
  >(),
  /** Last visit of each openid. */
  visits: new Map<string, number>(),
  tokens: new Map<string, { expiresAt: number; revoked: boolean }>(),
  latestToken: undefined as string | undefined,
  lastForced: undefined as number | undefined,
  allowlisted: true,
  balances: new Map<string, number>(),
  sending: new Set<string>(),
  sent: [] as SentMessage[],
  callback: undefined as CallbackSettings | undefined,
  pending: new Set<Promise<unknown>>(),
  mediaRules: [] as MediaRule[],
  faults: new Map<string, Fault[]>(),
  rates: new Map<string, readonly Rate[]>(),
  /** A number from 0 to below 1000, of which bad luck is drawn. */
  luck: () => Math.floor(Math.random() * 1000),
  calls: new Map<string, number>(),
  counters: new Map<string, { window: number; count: number }>(),
  phoneAnswers: 0,
});
export type World = ReturnType<typeof createWorld>;

/** One request as the interfaces see it. */
export interface Asked {
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
}
export type Answer = Record<string, unknown> | Buffer;
export type Handle = (world: World, asked: Asked) => Answer | Promise<Answer>;

const CHINA_MS = 8 * 3_600_000;
const WINDOW_MS = { minute: 60_000, day: 86_400_000 } as const;

/** Counts one use; refuses it past the quota, as WeChat does until the minute or the day is over. */
export const spend = (world: World, name: string, { per, max, errcode }: Quota): void => {
  const window = Math.floor((world.now().getTime() + CHINA_MS) / WINDOW_MS[per]);
  const counter = world.counters.get(`${name} ${per}`);
  const count = counter?.window === window ? counter.count : 0;
  if (count >= max) fail(errcode);
  world.counters.set(`${name} ${per}`, { window, count: count + 1 });
};

export const personOf = (world: World, openid: unknown): Person =>
  world.people.get(world.keys.get(String(openid)) ?? '') ?? fail(40003);
