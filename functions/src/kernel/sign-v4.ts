import { createHash, createHmac } from 'node:crypto';

/** Whose name a request is signed in: what Lambda puts into a function's environment. */
export interface Signer {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  region: string;
}
export interface Signed {
  method: 'GET' | 'PUT' | 'DELETE';
  url: URL;
  now: Date;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
/** `20261127T020000Z` */
export const stampOf = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
/** As AWS encodes: everything but the unreserved characters of RFC 3986. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const scopeOf = ({ region }: Signer, stamp: string): string => `${stamp.slice(0, 8)}/${region}/s3/aws4_request`;

/** The signature of a text under the key of its day, region and service: Signature Version 4. */
export const sign = ({ secretAccessKey, region }: Signer, stamp: string, text: string): string => {
  const day = hmac(`AWS4${secretAccessKey}`, stamp.slice(0, 8));
  return hmac(hmac(hmac(hmac(day, region), 's3'), 'aws4_request'), text).toString('hex');
};

const queryOf = (entries: readonly (readonly [string, string])[]): string =>
  entries
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
const toSign = (stamp: string, scope: string, canonical: string): string =>
  `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${hash(canonical)}`;

/** An address that opens what it names for so many seconds, to whoever has it. Query entries the url has already are signed as well. */
export const signUrl = (by: Signer, { method, url, now }: Signed, seconds: number): string => {
  const stamp = stampOf(now);
  const scope = scopeOf(by, stamp);
  const query = queryOf([
    ...url.searchParams.entries(),
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${by.accessKeyId}/${scope}`],
    ['X-Amz-Date', stamp],
    ['X-Amz-Expires', String(seconds)],
    ...(by.sessionToken ? ([['X-Amz-Security-Token', by.sessionToken]] as const) : []),
    ['X-Amz-SignedHeaders', 'host'],
  ]);
  const canonical = [method, url.pathname, query, `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  return `${url.origin}${url.pathname}?${query}&X-Amz-Signature=${sign(by, stamp, toSign(stamp, scope, canonical))}`;
};

/** The headers a request is sent with, its signature among them. */
export const signHeaders = (
  by: Signer,
  { method, url, now }: Signed,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: Uint8Array },
): Record<string, string> => {
  const stamp = stampOf(now);
  const scope = scopeOf(by, stamp);
  const sent: Record<string, string> = {
    ...headers,
    'x-amz-content-sha256': hash(body),
    'x-amz-date': stamp,
    ...(by.sessionToken ? { 'x-amz-security-token': by.sessionToken } : {}),
  };
  const all = Object.entries({ ...sent, host: url.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = all.map(([name]) => name).join(';');
  const lines = all.map(([name, value]) => `${name}:${value.trim()}\n`).join('');
  const query = queryOf([...url.searchParams.entries()]);
  const canonical = [method, url.pathname, query, lines, names, hash(body)].join('\n');
  const signature = sign(by, stamp, toSign(stamp, scope, canonical));
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${by.accessKeyId}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
};

/** The fields of a form (multipart POST) that may be sent to S3 until an instant, under exactly these conditions. */
export const signForm = (
  by: Signer,
  { fields, conditions, now, until }: { fields: Record<string, string>; conditions: unknown[]; now: Date; until: Date },
): Record<string, string> => {
  const stamp = stampOf(now);
  const own: Record<string, string> = {
    ...fields,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${by.accessKeyId}/${scopeOf(by, stamp)}`,
    'x-amz-date': stamp,
    ...(by.sessionToken ? { 'x-amz-security-token': by.sessionToken } : {}),
  };
  const exact = Object.entries(own).map(([name, value]) => ({ [name]: value }));
  const document = { expiration: until.toISOString(), conditions: [...conditions, ...exact] };
  const policy = Buffer.from(JSON.stringify(document)).toString('base64');
  return { ...own, policy, 'x-amz-signature': sign(by, stamp, policy) };
};
