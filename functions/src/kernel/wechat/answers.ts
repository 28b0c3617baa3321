import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { WechatBroken } from './failures';

/** One answer of WeChat: what was asked for, or its errcode. */
export type Reply<T> = { ok: true; value: T } | { ok: false; errcode: number; errmsg: string };
/** Turns the bytes of an answer into a reply; throws WechatBroken when they are neither. */
export type Read<T> = (bytes: Uint8Array, path: string) => Reply<T>;

const Failure = z.object({ errcode: z.int(), errmsg: z._default(z.string(), '') });
const Judgement = z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.int() });
/** The same pushed in XML, where every number is a text. */
const Pushed = z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.coerce.number() });

export const Session = z.object({
  openid: z.string().check(z.minLength(1)),
  session_key: z.string().check(z.minLength(1)),
  unionid: z.optional(z.string()),
});
export const StableToken = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.int().check(z.positive()),
});
/** The documents disagree on whether `countryCode` is a number or a string; both are taken. */
export const PhoneInfo = z.object({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.union([z.string(), z.int()]) }),
});
export const TextChecked = z.object({ trace_id: z.string(), result: Judgement });
export const MediaAccepted = z.object({ trace_id: z.string() });
export const Sent = z.object({ errcode: z.literal(0) });
export const EncryptKeys = z.object({
  key_info_list: z.array(
    z.object({ encrypt_key: z.string(), version: z.int(), expire_in: z.int(), iv: z.string(), create_time: z.int() }),
  ),
});
export const MediaResult = z.object({
  trace_id: z.string(),
  errcode: z.coerce.number(),
  result: z.optional(Pushed),
});

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const failureIn = (body: unknown): Reply<never> | undefined => {
  const failure = z.safeParse(Failure, body);
  return failure.success && failure.data.errcode !== 0 ? { ok: false, ...failure.data } : undefined;
};

/** Reads a JSON answer. The content type is not looked at: WeChat sends some of them as text/plain. */
export const jsonOf =
  <S extends z.ZodMiniType>(schema: S): Read<z.output<S>> =>
  (bytes, path) => {
    const body = parse(bytes);
    const failure = failureIn(body);
    if (failure) return failure;
    const known = z.safeParse(schema, body);
    if (!known.success) throw new WechatBroken({ path, reason: 'shape' });
    return { ok: true, value: known.data };
  };

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);

/** Reads an image (PNG or JPEG), or the JSON error that comes in its place. */
export const imageOf: Read<Uint8Array> = (bytes, path) => {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]))
    return { ok: true, value: bytes };
  const failure = failureIn(parse(bytes));
  if (failure) return failure;
  throw new WechatBroken({ path, reason: 'shape' });
};
