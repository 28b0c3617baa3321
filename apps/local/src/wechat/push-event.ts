import { sealPush, signPush } from './seal-push';
import { type CallbackSettings, type World, randomId } from './world';
import { writeXml } from './write-xml';

export interface PushedEvent {
  event: string;
  /** The openid it is about, or `system`. */
  from: string;
  fields?: Readonly<Record<string, unknown>>;
  /** Items of a subscription event, and the element that wraps them in XML. */
  list?: readonly Readonly<Record<string, unknown>>[];
  wrapper?: string;
}

const ACCOUNT = 'gh_0123456789ab';
const ATTEMPTS = 3;
const REPLY_WITHIN_MS = 5_000;

const inJson = (list: readonly unknown[]) => ({ List: list.length === 1 ? list[0] : list });

const messageOf = (world: World, format: 'json' | 'xml', { event, from, fields, list, wrapper }: PushedEvent) => ({
  ToUserName: ACCOUNT,
  FromUserName: from,
  CreateTime: Math.floor(world.now().getTime() / 1_000),
  MsgType: 'event',
  Event: event,
  ...fields,
  ...(list && (format === 'json' ? inJson(list) : { [wrapper ?? 'List']: { List: list } })),
});

/** The query WeChat signs a request to our address with. */
const signedQuery = (world: World, { token }: CallbackSettings, encrypted?: string): URLSearchParams => {
  const timestamp = String(Math.floor(world.now().getTime() / 1_000));
  const nonce = String(Math.floor(Math.random() * 1e9));
  const query = new URLSearchParams({ signature: signPush(token, timestamp, nonce), timestamp, nonce });
  if (encrypted === undefined) return query;
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', signPush(token, timestamp, nonce, encrypted));
  return query;
};

const withQuery = (url: string, query: URLSearchParams): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

const bodyOf = (world: World, { format, mode, aesKey = '' }: CallbackSettings, pushed: PushedEvent) => {
  const write = format === 'json' ? JSON.stringify : writeXml;
  const message = messageOf(world, format, pushed);
  if (mode === 'plain') return { body: write(message), encrypted: undefined };
  const encrypted = sealPush(aesKey, world.seed.appid, write(message));
  const open = mode === 'compat' ? message : { ToUserName: ACCOUNT };
  return { body: write({ ...open, Encrypt: encrypted }), encrypted };
};

const isTaken = (reply: string): boolean => reply === 'success' || reply === '';

/** Pushes an event to the configured address, signed; up to three times until `success` (or nothing) comes back. */
export const pushEvent = async (world: World, pushed: PushedEvent): Promise<void> => {
  const settings = world.callback;
  if (!settings) return;
  const { body, encrypted } = bodyOf(world, settings, pushed);
  const headers = { 'content-type': settings.format === 'json' ? 'application/json' : 'text/xml' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const url = withQuery(settings.url, signedQuery(world, settings, encrypted));
    const signal = AbortSignal.timeout(REPLY_WITHIN_MS);
    const reply = await fetch(url, { method: 'POST', headers, body, signal }).then(
      (r) => (r.ok ? r.text() : 'no'),
      () => 'no',
    );
    if (isTaken(reply)) return;
  }
};

/** What the console does when an address is saved: a signed GET whose `echostr` must come back, else it is refused. */
export const verifyAddress = async (world: World, settings: CallbackSettings): Promise<void> => {
  const query = signedQuery(world, settings);
  const echostr = randomId(18);
  query.set('echostr', echostr);
  const reply = await fetch(withQuery(settings.url, query), { signal: AbortSignal.timeout(REPLY_WITHIN_MS) });
  if (!reply.ok || (await reply.text()) !== echostr)
    throw new Error('The callback address did not echo: token校验失败');
  world.callback = settings;
};
