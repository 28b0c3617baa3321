import { startStore, type TestStore } from '@gongzhi/local/s3/test-store';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { FileRef } from '@gongzhi/shared/announcements/files';
import { createFileStore } from '../kernel/file-store';
import { cutOff, createFaults } from '../kernel/test-faults';
import { onEvents } from './on-events';
import { keptKey, uploadKey } from './repo-files';
import { content, stageAnnouncing, TABLES, words, type Announcing } from './test-announcing';

let engine: TestTables;
let store: TestStore;
let stage: Announcing;
const clock = { now: new Date('2026-11-27T02:00:00.000Z') };
const faults = createFaults();
const who: Record<string, string> = {};
/** What WeChat answers when it is asked to look: a trace, or nothing. */
const wechat = { trace: 'trace-1' as string | undefined, urls: [] as string[] };
let files: ReturnType<typeof createFileStore>;
beforeAll(async () => {
  [engine, store] = await Promise.all([startTables(TABLES), startStore(() => clock.now)]);
});
afterAll(() => Promise.all([engine.stop(), store.stop()]));
let traces = 0;
beforeEach(async () => {
  clock.now = new Date('2026-11-27T02:00:00.000Z');
  traces += 1;
  [wechat.trace, wechat.urls] = [`trace-${traces}`, []];
  faults.calm();
  files = createFileStore({ ...store, now: () => clock.now });
  const checkPicture = async ({ url }: { url: string }) => {
    wechat.urls.push(url);
    return wechat.trace;
  };
  stage = stageAnnouncing(engine.endpoint, faults.through, { files, checkPicture });
  await stage.named();
  for (const [name, role] of Object.entries({ author: 'worker', other: 'worker', street: 'supervisor' }))
    who[name] = await stage.person([role as 'worker']);
  who['resident'] = await stage.person();
});
afterEach(() => stage.close());
const as = (name: string, key?: string) => ({ as: who[name]!, ...(key ? { key } : {}) });

const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe1000a457869660000475053', 'hex').subarray(0, 2),
  Buffer.from([0xff, 0xe1, 0, 11]),
  Buffer.from('Exif\0\0GPS', 'latin1'),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);
const PDF = Buffer.from('%PDF-1.4 hello');
const opened = async (bytes: Uint8Array = PDF, name = 'author') => {
  const { body } = await stage.call('openUpload', { bytes: bytes.length }, as(name));
  return String(body['fileId']);
};
const ticketOf = async (fileId: string, name = 'author') => {
  const { body } = await stage.call('readTicket', { fileId }, as(name));
  return body as { url: string; fields: Record<string, string> };
};
const sent = async (bytes: Uint8Array) => {
  const fileId = await opened(bytes);
  const { url, fields } = await ticketOf(fileId);
  expect(await store.send(url, fields, bytes)).toMatchObject({ status: 204 });
  return fileId;
};
const claim = (fileId: string, name = 'author', key?: string) => stage.call('claimFile', { fileId }, as(name, key));
const attached = async (bytes: Buffer, label = '示意图'): Promise<FileRef> => {
  const { body } = await claim(await sent(bytes));
  return { fileId: String(body['fileId']), kind: body['kind'] as 'pdf', bytes: Number(body['bytes']), label };
};
const checkOf = async (fileId: string) => (await stage.call('readFile', { fileId }, as('author'))).body['check'];
const hears = (verdict: string, traceId = wechat.trace!) =>
  onEvents({ repo: stage.repo, clock: () => clock.now })({
    detail: { type: 'notices.media-checked', scope: 'wechat', data: { traceId, verdict } },
  });
const wordsWith = (...some: FileRef[]) => words({ files: some });
const draft = async (...some: FileRef[]) =>
  stage.call('saveDraft', { content: content({ words: wordsWith(...some) }) }, as('author'));
const submit = (announcementId: unknown) =>
  stage.call('submitAnnouncement', { announcementId: String(announcementId), revision: 1 }, as('author'));
const read = async (announcementId: unknown, name = 'resident') =>
  stage.call('readFiles', { announcementId: String(announcementId) }, as(name));
const published = async (...some: FileRef[]) => {
  const { announcementId } = (await draft(...some)).body;
  expect((await submit(announcementId)).body).toMatchObject({ state: 'published' });
  return String(announcementId);
};

test('opened, sent, taken, attached, sent out and read: the bytes are those that were sent', async () => {
  const pdf = await attached(PDF, '停水安排');
  expect(pdf).toMatchObject({ kind: 'pdf', bytes: PDF.length });
  const announcementId = await published(pdf);
  const { body, units } = await read(announcementId);
  const [one] = body['files'] as { fileId: string; url: string }[];
  const answer = await fetch(one!.url);
  expect([answer.status, Buffer.from(await answer.arrayBuffer()).equals(PDF)]).toEqual([200, true]);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('停水安排.pdf'));
  expect(units.read).toBeLessThanOrEqual(6);
  clock.now = new Date(clock.now.getTime() + 16 * 60_000);
  expect((await fetch(one!.url)).status).toBe(403);
});

test('a picture is kept without its place, checked by an address WeChat can open, and leaves when it passed', async () => {
  const picture = await attached(JPEG);
  expect(picture.bytes).toBe(JPEG.length - 13);
  const seen = Buffer.from(await (await fetch(wechat.urls[0]!)).arrayBuffer());
  expect(seen.includes('GPS')).toBe(false);
  expect(await checkOf(picture.fileId)).toBe('asked');
  const { announcementId } = (await draft(picture)).body;
  expect((await submit(announcementId)).body).toEqual({ refused: 'FILE_UNCHECKED', facts: { label: '示意图' } });
  await hears('pass');
  await hears('pass');
  expect((await submit(announcementId)).body).toMatchObject({ state: 'published' });
});

test('a risky picture keeps the text with its author; a doubtful one waits for a second person', async () => {
  const risky = await attached(JPEG, '坏图');
  await hears('risky');
  const first = (await draft(risky)).body;
  expect((await submit(first['announcementId'])).body).toEqual({ refused: 'FILE_RISKY', facts: { label: '坏图' } });
  // a later word does not make it good
  await hears('pass');
  expect(await checkOf(risky.fileId)).toBe('risky');
  wechat.trace = `${wechat.trace}-review`;
  const doubtful = await attached(JPEG);
  await hears('review');
  const second = (await draft(doubtful)).body;
  expect((await submit(second['announcementId'])).body).toMatchObject({ state: 'waiting' });
});

test('a verdict that comes before it is known what was asked holds all the same', async () => {
  await hears('pass');
  expect(await checkOf((await attached(JPEG)).fileId)).toBe('pass');
});

test('WeChat could not be asked, could not fetch, or never answers: asked again, and not before', async () => {
  wechat.trace = undefined;
  const { fileId } = await attached(JPEG);
  expect(await checkOf(fileId)).toBe('unasked');
  const again = (key?: string) => stage.call('recheckFile', { fileId }, as('other', key));
  wechat.trace = `again-${traces}`;
  expect((await again('asked-again-1')).status).toBe(200);
  expect((await again('asked-again-1')).body).toMatchObject({ check: 'unasked' });
  expect(wechat.urls).toHaveLength(2);
  expect((await again()).body).toEqual({ refused: 'FILE_CHECKING' });
  await hears('failed');
  expect(await checkOf(fileId)).toBe('failed');
  wechat.trace = `third-${traces}`;
  expect((await again()).status).toBe(200);
  clock.now = new Date(clock.now.getTime() + 31 * 60_000);
  stage.world.now = clock.now;
  wechat.trace = `fourth-${traces}`;
  expect((await again()).status).toBe(200);
  await hears('pass');
  expect((await again()).body).toEqual({ refused: 'FILE_CHECKED' });
});

test('taken twice, at once or later, it is taken once', async () => {
  const fileId = await sent(JPEG);
  const [one, two] = await Promise.all([claim(fileId), claim(fileId)]);
  expect([one.status, two.status]).toEqual([200, 200]);
  const key = 'the-same-intent';
  const other = await sent(PDF);
  const first = await claim(other, 'author', key);
  expect((await claim(other, 'author', key)).body).toEqual(first.body);
  expect((await claim(other)).body).toEqual(first.body);
  expect(stage.said.filter(({ type }) => type === 'announcements.file-kept')).toHaveLength(2);
  expect((await stage.call('readTicket', { fileId: other }, as('author'))).body).toEqual({ refused: 'FILE_CLAIMED' });
});

test.each([
  ['what is none of the kinds', Buffer.from('MZ programme'), 'FILE_KIND'],
  ['a picture that was cut off', JPEG.subarray(0, 12), 'FILE_KIND'],
])('%s is refused, and can be sent anew', async (_, bytes, refused) => {
  const fileId = await sent(bytes);
  expect((await claim(fileId)).body).toEqual({ refused });
  expect(await files.read(keptKey({ communityId: stage.communityId, fileId }))).toBeUndefined();
});

test('nothing was sent, or too long ago; and what is too large gets no place', async () => {
  expect((await claim(await opened())).body).toEqual({ refused: 'FILE_MISSING' });
  const late = await sent(PDF);
  clock.now = new Date(clock.now.getTime() + 25 * 3_600_000);
  expect((await claim(late)).body).toEqual({ refused: 'FILE_MISSING' });
  const large = await stage.call('openUpload', { bytes: 10_000_001 }, as('author'));
  expect(large.body).toEqual({ refused: 'FILE_LARGE', facts: { most: 10 } });
  // put there by somebody who may, not by the form
  const fileId = await opened();
  await files.write(uploadKey({ communityId: stage.communityId, fileId }), Buffer.alloc(10_000_001), 'x');
  expect((await claim(fileId)).body).toMatchObject({ refused: 'FILE_LARGE' });
});

test('another’s upload is nobody else’s to send or take', async () => {
  const fileId = await sent(PDF);
  expect((await stage.call('readTicket', { fileId }, as('other'))).body).toEqual({ refused: 'NOT_YOURS' });
  expect((await claim(fileId, 'other')).body).toEqual({ refused: 'NOT_YOURS' });
  expect((await claim(fileId, 'resident')).status).toBe(403);
});

test('a file of another community, one never taken, or said to be something else is not attached', async () => {
  const elsewhere = stageAnnouncing(engine.endpoint, undefined, { files });
  const stranger = await elsewhere.person(['worker']);
  const pdf = await attached(PDF);
  const there = await elsewhere.call('saveDraft', { content: content({ words: wordsWith(pdf) }) }, { as: stranger });
  expect(there.body).toMatchObject({ refused: 'FILE_GONE' });
  expect((await elsewhere.call('readFile', { fileId: pdf.fileId }, { as: stranger })).status).toBe(404);
  expect((await elsewhere.call('claimFile', { fileId: pdf.fileId }, { as: stranger })).status).toBe(404);
  elsewhere.close();
  expect((await draft({ ...pdf, fileId: await opened() })).body).toMatchObject({ refused: 'FILE_GONE' });
  expect((await draft({ ...pdf, kind: 'docx' })).body).toMatchObject({ refused: 'FILE_GONE' });
  expect((await draft(pdf)).status).toBe(200);
});

test('whom it is not for, drafts and what was withdrawn: nothing is handed out', async () => {
  const pdf = await attached(PDF);
  const kept = (await draft(pdf)).body['announcementId'];
  expect((await read(kept)).status).toBe(404);
  expect((await read(kept, 'street')).status).toBe(200);
  const some = { audience: { people: [who['other']!] }, words: wordsWith(pdf) };
  const { announcementId } = await stage.submitted(who['author']!, some);
  expect((await read(announcementId)).status).toBe(404);
  expect((await read(announcementId, 'other')).status).toBe(200);
  const open = await published(pdf);
  expect((await read(open)).status).toBe(200);
  await stage.call('withdrawAnnouncement', { announcementId: open, revision: 2, reason: '写错了' }, as('author'));
  for (const name of ['resident', 'author', 'street']) expect((await read(open, name)).status).toBe(404);
});

test('the board hands out what everybody may read, and prints it', async () => {
  const picture = await attached(JPEG);
  await hears('pass');
  await published(picture, await attached(PDF, '停水安排'));
  const { body } = await stage.call('readBoard');
  const [one] = body['items'] as { files: FileRef[]; fetched: { url: string }[] }[];
  expect(one?.files.map(({ label }) => label)).toEqual(['示意图', '停水安排']);
  for (const { url } of one!.fetched) expect((await fetch(url)).status).toBe(200);
  // a picture that cannot be drawn, and a store that is down, leave the names
  expect((await stage.call('printBoard')).status).toBe(200);
  store.meet({ method: 'GET', status: 503, times: 3 });
  expect((await stage.call('printBoard')).status).toBe(200);
});

test('a correction changes files too, and says so', async () => {
  const announcementId = await published(await attached(PDF, '旧安排'));
  const fresh = await attached(PDF, '新安排');
  const asked = { announcementId, revision: 2, words: wordsWith(fresh), note: '换了文件' };
  expect((await stage.call('correctAnnouncement', asked, as('author'))).status).toBe(200);
  expect(stage.said.at(-1)?.data).toMatchObject({ changed: 'files' });
  const { body } = await read(announcementId);
  expect(body['files']).toMatchObject([{ fileId: fresh.fileId }]);
});

test.each([
  ['reading what was sent', 'GET'],
  ['keeping it', 'PUT'],
])(
  'the store is down while %s: a plain 500, nothing is taken, and the same request does it later',
  async (_, method) => {
    const fileId = await sent(PDF);
    store.meet({ method, status: 503, times: 3 });
    expect((await claim(fileId, 'author', 'claimed-again')).status).toBe(500);
    expect((await stage.call('readFile', { fileId }, as('author'))).status).toBe(404);
    expect((await claim(fileId, 'author', 'claimed-again')).body).toMatchObject({ kind: 'pdf' });
  },
);

test('what cannot be tidied up, and an answer of the table that is lost, change nothing', async () => {
  const fileId = await sent(PDF);
  store.meet({ method: 'DELETE', status: 503, times: 3 });
  faults.meet({ on: 'TransactWriteItems', times: 1, error: cutOff, after: true });
  const first = await claim(fileId, 'author', 'answer-is-lost');
  faults.calm();
  const second = await claim(fileId, 'author', 'answer-is-lost');
  expect([first.status === 200 || first.status === 500, second.body]).toEqual([
    true,
    expect.objectContaining({ kind: 'pdf' }),
  ]);
  expect(stage.said.length).toBeLessThanOrEqual(2);
});

test('commands stay within eight units, and events hold ids and numbers', async () => {
  const fileId = await sent(JPEG);
  const { units } = await claim(fileId);
  expect(units.write).toBeLessThanOrEqual(8);
  const opening = await stage.call('openUpload', { bytes: 9 }, as('author'));
  expect(opening.units.write).toBeLessThanOrEqual(8);
  expect(stage.said.map(({ data }) => data)).toEqual([{}, { kind: 'jpeg', bytes: JPEG.length - 13 }, {}]);
});
