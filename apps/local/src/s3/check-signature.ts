import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LOCAL_ACCESS } from '../engine';

/** A request as it arrived: its path and query are still as they were written. */
export interface Arrived {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  now: Date;
}
/** Raised with S3's own code and status. */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}

const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What the owner of the credential `key/day/region/s3/aws4_request` makes of a text. @throws S3Error for somebody else's */
export const signatureOf = (credential: string, text: string): string => {
  const { region, credentials } = LOCAL_ACCESS;
  const [key, day = '', ...rest] = credential.split('/');
  if (key !== credentials.accessKeyId) throw new S3Error(403, 'InvalidAccessKeyId');
  if (rest.join('/') !== `${region}/s3/aws4_request`)
    throw new S3Error(400, 'AuthorizationQueryParametersError', `the scope is wrong: ${credential}`);
  const signing = ['aws4_request'].reduce(
    (from, part) => mac(from, part),
    [day, region, 's3'].reduce<Buffer | string>((from, part) => mac(from, part), `AWS4${credentials.secretAccessKey}`),
  );
  return mac(signing, text).toString('hex');
};

const instantOf = (stamp: string): number => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
};
/** Clocks may differ by a quarter of an hour. */
const SKEW_MS = 900_000;

const entriesOf = (query: string): [name: string, value: string][] =>
  query
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const mark = part.indexOf('=');
      return mark < 0 ? [part, ''] : [part.slice(0, mark), part.slice(mark + 1)];
    });

interface Claim {
  credential: string;
  stamp: string;
  names: string[];
  signature: string;
  payload: string;
}
const stringToSign = (
  { method, path, headers }: Arrived,
  query: string,
  { credential, stamp, names, payload }: Claim,
) => {
  const lines = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('');
  const canonical = [method, path, query, lines, names.join(';'), payload].join('\n');
  return ['AWS4-HMAC-SHA256', stamp, credential.split('/').slice(1).join('/'), sha(canonical)].join('\n');
};
const verify = (arrived: Arrived, query: string, claim: Claim): void => {
  if (!claim.names.includes('host')) throw new S3Error(403, 'AccessDenied', 'host is not signed');
  if (signatureOf(claim.credential, stringToSign(arrived, query, claim)) !== claim.signature)
    throw new S3Error(403, 'SignatureDoesNotMatch');
};

/** A presigned address: everything in its query but the signature is signed, and it holds for so many seconds. */
const checkQuery = (arrived: Arrived): void => {
  const entries = entriesOf(arrived.query);
  const given = (name: string) => decodeURIComponent(entries.find(([one]) => one === name)?.[1] ?? '');
  const from = instantOf(given('X-Amz-Date'));
  const seconds = Number(given('X-Amz-Expires'));
  const now = arrived.now.getTime();
  if (!(seconds >= 1 && seconds <= 604_800)) throw new S3Error(400, 'AuthorizationQueryParametersError');
  if (!(now < from + seconds * 1_000)) throw new S3Error(403, 'AccessDenied', 'Request has expired');
  if (from > now + SKEW_MS) throw new S3Error(403, 'AccessDenied', 'Request is not yet valid');
  const query = entries
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((entry) => entry.join('='))
    .sort()
    .join('&');
  verify(arrived, query, {
    ...{ credential: given('X-Amz-Credential'), stamp: given('X-Amz-Date'), payload: 'UNSIGNED-PAYLOAD' },
    ...{ names: given('X-Amz-SignedHeaders').split(';'), signature: given('X-Amz-Signature') },
  });
};

const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const headerOf = ({ headers }: Arrived, name: string): string => String(headers[name] ?? '');
const checkHeaders = (arrived: Arrived): void => {
  const { body, query, now } = arrived;
  const [, credential = '', names = '', signature] = AUTHORIZATION.exec(headerOf(arrived, 'authorization')) ?? [];
  if (!signature) throw new S3Error(403, 'AccessDenied');
  const stamp = headerOf(arrived, 'x-amz-date');
  if (!(Math.abs(instantOf(stamp) - now.getTime()) <= SKEW_MS)) throw new S3Error(403, 'RequestTimeTooSkewed');
  const payload = headerOf(arrived, 'x-amz-content-sha256');
  if (payload !== sha(body)) throw new S3Error(400, 'XAmzContentSHA256Mismatch');
  verify(arrived, query, { credential, stamp, names: names.split(';'), signature, payload });
};

/** Whether whoever asks may: by a signed address, or by signed headers. @throws S3Error */
export const checkSignature = (arrived: Arrived): void =>
  /(^|&)X-Amz-Signature=/.test(arrived.query) ? checkQuery(arrived) : checkHeaders(arrived);
