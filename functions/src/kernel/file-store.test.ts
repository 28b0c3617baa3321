import { startStore, type TestStore } from '@gongzhi/local/s3/test-store';
import { createFileStore, openFileStore, StoreBroken, type FileStore } from './file-store';

let at = new Date('2026-11-27T02:00:00.000Z');
const now = () => at;
let stand: TestStore;
let store: FileStore;
beforeAll(async () => {
  stand = await startStore(now);
  store = createFileStore({ ...stand, now });
});
afterAll(() => stand.stop());
beforeEach(() => {
  at = new Date('2026-11-27T02:00:00.000Z');
});
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const ticket = (bytes = 10) => store.ticket('uploads/c/f', { bytes, now: at, until: later(15) });
const code = ({ text }: { text: string }) => /<Code>(\w+)/.exec(text)?.[1] ?? '';

test('what is written is read, until it is dropped; what is not there is nothing', async () => {
  await store.write('kept/c/f', Buffer.from('hello'), 'text/plain');
  expect((await store.read('kept/c/f'))?.toString()).toBe('hello');
  await store.drop('kept/c/f');
  expect(await store.read('kept/c/f')).toBeUndefined();
});

test('a form is taken once it is whole, within its size and time, and for its key alone', async () => {
  const { url, fields } = ticket();
  expect(await stand.send(url, fields, Buffer.from('0123456789'))).toMatchObject({ status: 204 });
  expect((await store.read('uploads/c/f'))?.toString()).toBe('0123456789');
  expect(code(await stand.send(url, fields, Buffer.from('0123456789+')))).toBe('EntityTooLarge');
  expect(code(await stand.send(url, fields, Buffer.alloc(0)))).toBe('EntityTooSmall');
  expect(code(await stand.send(url, { ...fields, key: 'uploads/d/f' }, Buffer.from('a')))).toBe('AccessDenied');
  expect(code(await stand.send(url, { ...fields, acl: 'public-read' }, Buffer.from('a')))).toBe('AccessDenied');
  const wider = Buffer.from(fields['policy']!, 'base64').toString().replace('1,10]', '1,99]');
  const forged = { ...fields, policy: Buffer.from(wider).toString('base64') };
  expect(code(await stand.send(url, forged, Buffer.from('a')))).toBe('SignatureDoesNotMatch');
  at = later(16);
  expect(code(await stand.send(url, fields, Buffer.from('a')))).toBe('AccessDenied');
});

test('an upload that nobody took is gone after a day', async () => {
  const { url, fields } = ticket();
  await stand.send(url, fields, Buffer.from('a'));
  at = later(24 * 60 + 1);
  expect(await store.read('uploads/c/f')).toBeUndefined();
});

test('an address opens what it names, for as long as it says, and nothing else', async () => {
  await store.write('kept/c/f', Buffer.from('%PDF-1.7'), 'application/pdf');
  const address = store.urlOf('kept/c/f', { now: at, seconds: 900, saveAs: '停水 通知(1).pdf' });
  const answer = await fetch(address);
  expect([answer.status, await answer.text()]).toEqual([200, '%PDF-1.7']);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('停水 通知(1).pdf'));
  const statusOf = async (url: string) => (await fetch(url)).status;
  expect(await statusOf(address.replace('kept/c/f', 'kept/c/g'))).toBe(403);
  expect(await statusOf(address.replace('attachment', 'inline'))).toBe(403);
  expect(await statusOf(address.replace('Expires=900', 'Expires=9000'))).toBe(403);
  expect(await statusOf(address.split('?')[0]!)).toBe(403);
  at = later(15);
  expect(await statusOf(address)).toBe(403);
});

test('a browser of our own origin may ask, and is told so; another is not', async () => {
  const ask = async (origin: string) =>
    (await fetch(stand.base, { method: 'OPTIONS', headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await ask('https://gongzhi.example.cn')).toBe('https://gongzhi.example.cn');
  expect(await ask('https://elsewhere.example')).toBeNull();
});

test('a store that stumbles is asked again, and one that is down is said to be broken', async () => {
  stand.meet({ method: 'PUT', status: 503, times: 2 });
  await store.write('kept/c/f', Buffer.from('again'), 'text/plain');
  expect((await store.read('kept/c/f'))?.toString()).toBe('again');
  for (const [method, act] of [
    ['PUT', () => store.write('kept/c/f', Buffer.from('a'), 'text/plain')],
    ['GET', () => store.read('kept/c/f')],
    ['DELETE', () => store.drop('kept/c/f')],
  ] as const) {
    stand.meet({ method, status: 503, times: 3 });
    await expect(act()).rejects.toThrow(StoreBroken);
  }
  const deaf = createFileStore({ ...stand, now, fetch: () => Promise.reject(new Error('no line to kept/c/f')) });
  await expect(deaf.read('kept/c/f')).rejects.toThrow(/^read: 0$/);
});

test('it lies where the deployment says, or where the SDK would be led', () => {
  const bucket = { FILES_BUCKET: 'b', FILES_DOMAIN: 'b.s3.cn-north-1.amazonaws.com.cn' };
  const keys = { AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'cn-north-1' };
  const urlOf = (env: NodeJS.ProcessEnv) => openFileStore(bucket, env).urlOf('kept/f', { now: at, seconds: 1 });
  expect(urlOf(keys)).toMatch(/^https:\/\/b\.s3\.cn-north-1\.amazonaws\.com\.cn\/kept\/f\?/);
  expect(urlOf({ ...keys, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' })).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/b\/kept\/f\?/,
  );
});
