import '@gongzhi/shared/kernel/zod';
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod/mini';
import { MediaResult } from './answers';
import { LABELS } from './errcodes';

/** As set in the console under 消息推送, format JSON or XML. With `aesKey` (43 characters) only encrypted messages are taken. */
export interface CallbackConfig {
  appid: string;
  token: string;
  aesKey?: string;
}
export type CallbackQuery = Readonly<Record<string, string | undefined>>;

const Items = z.array(
  z.object({
    TemplateId: z.string(),
    SubscribeStatusString: z.optional(z.string()),
    ErrorCode: z.optional(z.coerce.number()),
  }),
);
/** WeChat sends an object for one item and an array for several. */
const List = z.pipe(
  z.transform((list: unknown) => (Array.isArray(list) ? list : [list])),
  Items,
);
/** `CreateTime`: seconds; the same of a push that is repeated. A number in JSON, a text in XML. */
const Subscribed = z.object({ FromUserName: z.string(), CreateTime: z.coerce.string(), List });
/** A message of a person, to the customer service, names no event. */
const Envelope = z.object({ MsgType: z.optional(z.string()), Event: z.optional(z.string()) });

export type Pushed =
  | { event: 'media'; traceId: string; verdict: 'pass' | 'review' | 'risky'; label: number; reason: string }
  /** The file could not be fetched (-1008): ask again with a fresh address. */
  | { event: 'mediaFailed'; traceId: string; errcode: number }
  | {
      event: 'subscriptions';
      kind: 'popup' | 'change' | 'sent';
      openid: string;
      at: string;
      items: z.infer<typeof Items>;
    }
  | { event: 'other' };

const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

const isSigned = (given: string | undefined, ...parts: string[]): boolean => {
  const expected = Buffer.from(sign(...parts));
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
};

/** What to answer when WeChat checks the address: its `echostr`, or undefined when the signature is not WeChat's. */
export const verifyAddress = ({ token }: CallbackConfig, query: CallbackQuery): string | undefined =>
  isSigned(query['signature'], token, query['timestamp'] ?? '', query['nonce'] ?? '') ? query['echostr'] : undefined;

/** AES-256-CBC, IV = first half of the key, PKCS#7 to 32; inside: 16 random bytes, length (4, big endian), message, appid. */
const decrypt = ({ appid }: CallbackConfig, aesKey: string, encrypted: string): string | undefined => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const end = 20 + plain.readUInt32BE(16);
    const owner = plain.subarray(end, plain.length - (plain.at(-1) ?? 0)).toString('utf8');
    return owner === appid ? plain.subarray(20, end).toString('utf8') : undefined;
  } catch {
    return undefined;
  }
};

/** Texts only: no entities beyond XML's own, no attributes, nothing that is fetched. */
const xml = new XMLParser({
  ...{ ignoreAttributes: true, parseTagValue: false, trimValues: true, processEntities: false },
  ignoreDeclaration: true,
});
/** What WeChat writes in XML wraps a subscription's items once more than in JSON: `SubscribeMsgPopupEvent`. */
const unwrapped = (message: Record<string, unknown>): unknown => {
  const wrapper = Object.keys(message).find((name) => /^SubscribeMsg\w+Event$/.test(name));
  return wrapper ? { ...message, ...(message[wrapper] as object) } : message;
};

/** JSON or XML, whichever the console was set to. */
const parse = (text = ''): unknown => {
  try {
    if (!text.trimStart().startsWith('<')) return JSON.parse(text);
    const { xml: message } = xml.parse(text) as { xml?: Record<string, unknown> };
    return message && typeof message === 'object' ? unwrapped(message) : undefined;
  } catch {
    return undefined;
  }
};

const messageIn = (config: CallbackConfig, query: CallbackQuery, body: string): unknown => {
  const parts = [config.token, query['timestamp'] ?? '', query['nonce'] ?? ''];
  if (!config.aesKey) return isSigned(query['signature'], ...parts) ? parse(body) : undefined;
  const sealed = z.safeParse(z.object({ Encrypt: z.string() }), parse(body));
  if (!sealed.success || !isSigned(query['msg_signature'], ...parts, sealed.data.Encrypt)) return undefined;
  return parse(decrypt(config, config.aesKey, sealed.data.Encrypt));
};

const media = (message: unknown): Pushed | undefined => {
  const { success, data } = z.safeParse(MediaResult, message);
  if (!success) return undefined;
  const { trace_id: traceId, errcode, result } = data;
  if (errcode !== 0 || !result) return { event: 'mediaFailed', traceId, errcode };
  const { suggest: verdict, label } = result;
  return { event: 'media', traceId, verdict, label, reason: LABELS[label] ?? '其他' };
};

const subscriptions =
  (kind: 'popup' | 'change' | 'sent') =>
  (message: unknown): Pushed | undefined => {
    const { success, data } = z.safeParse(Subscribed, message);
    if (!success) return undefined;
    const { FromUserName: openid, CreateTime: at, List: items } = data;
    return { event: 'subscriptions', kind, openid, at, items };
  };

const READERS: ReadonlyMap<string, (message: unknown) => Pushed | undefined> = new Map([
  ['wxa_media_check', media],
  ['subscribe_msg_popup_event', subscriptions('popup')],
  ['subscribe_msg_change_event', subscriptions('change')],
  ['subscribe_msg_sent_event', subscriptions('sent')],
]);

/**
 * What WeChat pushed, or undefined when it is not from WeChat or not understood. Answer `success` within 5 s in any
 * case that is signed: WeChat repeats what it gets no answer to, so the same push may come three times.
 */
export const openCallback = (config: CallbackConfig, query: CallbackQuery, body: string): Pushed | undefined => {
  const message = messageIn(config, query, body);
  const envelope = z.safeParse(Envelope, message);
  if (!envelope.success) return undefined;
  const { MsgType, Event } = envelope.data;
  if (!MsgType && !Event) return undefined;
  const read = READERS.get(Event ?? '');
  return read ? read(message) : { event: 'other' };
};
