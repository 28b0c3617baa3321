import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createCors, type Cors } from '../http/allow-origin';
import type { BucketSpec } from '../template/model';
import { checkPolicy } from './check-policy';
import { checkSignature, S3Error, type Arrived } from './check-signature';
import { keepObjects, type Objects } from './keep-objects';
import { readForm } from './read-form';

export interface Storing {
  buckets: readonly BucketSpec[];
  /** Where objects are kept; in memory when left out. */
  dir: string | undefined;
  now: () => Date;
}
/** Bad luck: the next requests of a method are answered with this status. */
export interface Luck {
  method: string;
  status: number;
  times: number;
}
interface Bucket {
  spec: BucketSpec;
  objects: Objects;
  cors: Cors;
}
interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}
type Operation = (bucket: Bucket, key: string, arrived: Arrived) => Reply;

const DAY_MS = 86_400_000;
/** More than anything that is sent here: past it the line is cut. */
const BODY_MAX = 32 * 1024 * 1024;
const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;
const typeOf = (type: string | undefined) => type || 'binary/octet-stream';

/** What lies there and has not expired. S3 says 403 of what is not there to whoever may not list, and nobody here may. */
const find = ({ spec, objects }: Bucket, key: string, now: Date) => {
  const object = objects.get(key);
  const days = Math.min(...spec.expiries.filter(({ prefix }) => key.startsWith(prefix)).map((one) => one.days));
  if (!object || object.at + days * DAY_MS <= now.getTime()) throw new S3Error(403, 'AccessDenied');
  return object;
};

const get: Operation = (bucket, key, arrived) => {
  checkSignature(arrived);
  const { bytes, type } = find(bucket, key, arrived.now);
  const said = new URLSearchParams(arrived.query).get('response-content-disposition');
  const headers = { 'content-type': type, etag: etagOf(bytes), ...(said ? { 'content-disposition': said } : {}) };
  return { status: 200, headers, body: bytes };
};
const put: Operation = ({ objects }, key, arrived) => {
  checkSignature(arrived);
  const { body: bytes, headers, now } = arrived;
  objects.put(key, { bytes, type: typeOf(headers['content-type']), at: now.getTime() });
  return { status: 200, headers: { etag: etagOf(bytes) } };
};
const drop: Operation = ({ objects }, key, arrived) => {
  checkSignature(arrived);
  objects.drop(key);
  return { status: 204 };
};
const post: Operation = ({ spec, objects }, _, { headers, body, now }) => {
  const form = readForm(headers['content-type'] ?? '', body);
  checkPolicy(form, spec.name, now);
  const { fields, file } = form;
  const type = typeOf(fields.get('content-type'));
  objects.put(fields.get('key') ?? '', { bytes: file?.bytes ?? Buffer.alloc(0), type, at: now.getTime() });
  return { status: 204 };
};
const notAllowed: Operation = () => {
  throw new S3Error(405, 'MethodNotAllowed');
};
const OPERATIONS: Readonly<Record<string, Operation>> = { GET: get, HEAD: get, PUT: put, DELETE: drop, POST: post };

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) throw new S3Error(400, 'EntityTooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
const partsOf = (url: string): [path: string, query: string] => {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
};
const failed = (error: unknown): Reply => {
  const { status, code, message } = error instanceof S3Error ? error : new S3Error(500, 'InternalError', String(error));
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
};

/** S3 as far as it is used here: objects by signed requests and addresses, and forms by signed policies; path style. */
export const serveS3 = ({ buckets, dir, now }: Storing) => {
  const all = new Map<string, Bucket>(
    buckets.map((spec) => [
      spec.name,
      { spec, cors: createCors(spec.cors), objects: keepObjects(dir && join(dir, spec.name)) },
    ]),
  );
  const luck: Luck[] = [];
  const unlucky = (method: string): Reply | undefined => {
    const bad = luck.find((one) => one.method === method && one.times > 0);
    if (!bad) return undefined;
    bad.times -= 1;
    return failed(new S3Error(bad.status, 'SlowDown'));
  };
  const answer = async (request: IncomingMessage, bucket: Bucket | undefined, key: string): Promise<Reply> => {
    const body = await readBody(request);
    const { method = 'GET', url = '/', headers } = request;
    const [path, query] = partsOf(url);
    if (!bucket) throw new S3Error(404, 'NoSuchBucket');
    const operation = OPERATIONS[method] ?? notAllowed;
    return (
      unlucky(method) ?? operation(bucket, decodeURIComponent(key), { method, path, query, headers, body, now: now() })
    );
  };
  const reply = (response: ServerResponse, { status, headers = {}, body = '' }: Reply, head: boolean) => {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(head ? undefined : body);
  };
  const listener: RequestListener = (request, response) => {
    const [name = '', ...rest] = partsOf(request.url ?? '/')[0]
      .slice(1)
      .split('/');
    const bucket = all.get(name);
    const { origin } = request.headers;
    if (request.method === 'OPTIONS')
      return reply(response, { status: 200, headers: bucket?.cors.preflight(origin) ?? {} }, false);
    answer(request, bucket, rest.join('/'))
      .catch(failed)
      .then((said) => {
        const headers = { ...said.headers, ...bucket?.cors.reply(origin) };
        reply(response, { ...said, headers }, request.method === 'HEAD');
      })
      .catch(() => response.destroy());
  };
  return { listener, meet: (bad: Luck) => void luck.push({ ...bad }) };
};
export type S3StandIn = ReturnType<typeof serveS3>;
