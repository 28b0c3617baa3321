export interface HttpReply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}
interface Proxied {
  statusCode: number;
  /** A header that is undefined is none: a result travels as JSON. */
  headers?: Record<string, string | number | boolean | undefined>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
}

/** The two answers API Gateway gives on its own behalf. */
export const message = (status: number, text: string): HttpReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

const isProxied = (result: unknown): result is Proxied =>
  typeof result === 'object' && result !== null && typeof (result as Partial<Proxied>).statusCode === 'number';

const headersOf = ({ headers = {}, cookies }: Proxied): HttpReply['headers'] => {
  const all: HttpReply['headers'] = { 'content-type': 'text/plain; charset=utf-8' };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all[name.toLowerCase()] = String(value);
  if (cookies) all['set-cookie'] = cookies;
  return all;
};

/** What a function returned, as API Gateway understands it: a result without a status code is a 200 with that JSON. */
export const makeReply = (result: unknown): HttpReply => {
  if (!isProxied(result))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result ?? null) };
  const { statusCode, body = '', isBase64Encoded } = result;
  return { status: statusCode, headers: headersOf(result), body: isBase64Encoded ? Buffer.from(body, 'base64') : body };
};
