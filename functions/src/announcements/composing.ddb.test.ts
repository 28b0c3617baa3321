import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { createAnnouncements } from '../kernel/announcements';
import { content, stageAnnouncing, TABLES, words, type Announcing } from './test-announcing';

let engine: TestTables;
let stage: Announcing;
const who: Record<string, string> = {};
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(async () => {
  stage = stageAnnouncing(engine.endpoint);
  await stage.named();
  Object.assign(who, {
    author: await stage.person(['worker']),
    other: await stage.person(['worker']),
    street: await stage.person(['supervisor']),
    resident: await stage.person(),
  });
});
afterEach(() => stage.close());
afterAll(() => engine.stop());
const as = (name: string) => ({ as: who[name]! });
const found = (announcementId: string) =>
  createAnnouncements(stage.client, 'announcements').find(stage.communityId, announcementId);
const events = () => stage.said.map(({ type }) => type.replace('announcements.', ''));

test('what is for some goes out at once, is read, and is on the board', async () => {
  const { announcementId, state } = await stage.submitted(who['author']!);
  expect(state).toBe('published');
  expect(events()).toEqual(['draft-saved', 'published']);
  expect(stage.said[1]).toMatchObject({
    subject: announcementId,
    data: { announcementId, kind: 'service', override: false },
  });
  const { body } = await stage.call('readAnnouncement', { announcementId }, as('resident'));
  expect(body).toMatchObject({ title: '周三停水', version: 1, earlier: [], words: words() });
  const board = await stage.call('readBoard');
  expect(board.body).toMatchObject({ name: '新城社区', items: [{ announcementId, corrected: false }] });
  expect(await found(announcementId)).toMatchObject({ state: 'published', audience: { bands: ['75+'] } });
});

test('what is for everybody waits for a second person, who sees it in a list and is not its author', async () => {
  const { announcementId, state, revision } = await stage.submitted(who['author']!, { audience: {} });
  expect(state).toBe('waiting');
  expect((await stage.call('readAnnouncement', { announcementId }, as('resident'))).status).toBe(404);
  const waiting = async (name: string) => (await stage.call('listWaiting', {}, as(name))).body['items'];
  expect(await waiting('author')).toMatchObject([{ announcementId, mine: true, correction: false }]);
  expect(await waiting('street')).toMatchObject([{ announcementId, mine: false, whole: true }]);
  const approving = { announcementId, revision };
  expect((await stage.call('approveAnnouncement', approving, as('author'))).body).toEqual({
    refused: 'OWN_ANNOUNCEMENT',
  });
  const done = await stage.call('approveAnnouncement', approving, as('street'));
  expect(done.body).toMatchObject({ state: 'published', revision: 3 });
  expect(await waiting('other')).toEqual([]);
  expect(events()).toEqual(['draft-saved', 'submitted', 'published']);
  expect(stage.said.at(-1)?.data).toMatchObject({ approvedFor: who['author'] });
});

test('of two who approve at the same time one does, and it is told once', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {} });
  const ask = (name: string) => stage.call('approveAnnouncement', { announcementId, revision }, as(name));
  const heard = await Promise.all([ask('other'), ask('street'), ask('other'), ask('street')]);
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(events().filter((type) => type === 'published')).toHaveLength(1);
});

test('one who approves while its author takes it back: one of the two happens', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {} });
  stage.world.meanwhile = () => stage.call('takeBack', { announcementId, revision }, as('author'));
  const late = await stage.call('approveAnnouncement', { announcementId, revision }, as('other'));
  expect(late.body).toEqual({ refused: 'STALE' });
  expect(await found(announcementId)).toMatchObject({ state: 'draft' });
  expect(events()).not.toContain('published');
});

test('sent back with a reason, it is written again and sent again', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {} });
  await stage.call('sendBack', { announcementId, revision, reason: '请写明几点' }, as('other'));
  const back = await stage.call('readDraft', { announcementId }, as('author'));
  expect(back.body).toMatchObject({ state: 'returned', reason: '请写明几点', revision: 3, mine: true });
  const again = { announcementId, revision: 3, content: content({ audience: {}, words: { body: '周三九点停水' } }) };
  expect((await stage.call('saveDraft', again, as('author'))).body).toMatchObject({ state: 'returned', revision: 4 });
  const sent = await stage.call('submitAnnouncement', { announcementId, revision: 4 }, as('author'));
  expect(sent.body).toMatchObject({ state: 'waiting' });
});

test('a scheduled one goes out by the clock at its instant, late, twice or by two clocks: once', async () => {
  const publishAt = new Date(stage.world.now.getTime() + 60 * MINUTE).toISOString();
  const { announcementId, state } = await stage.submitted(who['author']!, {}, { publishAt });
  expect(state).toBe('scheduled');
  await stage.tick();
  expect((await found(announcementId))?.state).toBe('scheduled');
  stage.world.now = new Date(Date.parse(publishAt) + 7 * MINUTE);
  await Promise.all([stage.tick(), stage.tick(), stage.tick()]);
  await stage.tick();
  expect(await found(announcementId)).toMatchObject({ state: 'published', at: stage.world.now.toISOString() });
  const told = stage.said.filter(({ type }) => type === 'announcements.published');
  expect(new Set(told.map(({ pk }) => pk)).size).toBe(1);
  expect((await stage.call('readBoard')).body['items']).toHaveLength(1);
});

test('a clock that is killed in the middle leaves it scheduled, and the next lets it out', async () => {
  const publishAt = new Date(stage.world.now.getTime() + MINUTE).toISOString();
  const { announcementId } = await stage.submitted(who['author']!, {}, { publishAt });
  stage.world.now = new Date(Date.parse(publishAt));
  stage.world.meanwhile = () => Promise.reject(new Error('killed'));
  await expect(stage.tick()).rejects.toThrow('could not be done');
  expect((await found(announcementId))?.state).toBe('scheduled');
  await stage.tick();
  expect((await found(announcementId))?.state).toBe('published');
});

test('what was taken back before its instant does not go out', async () => {
  const publishAt = new Date(stage.world.now.getTime() + MINUTE).toISOString();
  const { announcementId, revision } = await stage.submitted(who['author']!, {}, { publishAt });
  await stage.call('takeBack', { announcementId, revision }, as('author'));
  stage.world.now = new Date(Date.parse(publishAt) + MINUTE);
  await stage.tick();
  expect((await found(announcementId))?.state).toBe('draft');
});

test('approved after its instant it goes out at once, approved before it waits for it', async () => {
  const publishAt = new Date(stage.world.now.getTime() + MINUTE).toISOString();
  const early = await stage.submitted(who['author']!, { audience: {} }, { publishAt });
  const late = await stage.submitted(who['author']!, { audience: {} }, { publishAt });
  const approve = async ({ announcementId, revision }: { announcementId: string; revision: number }) =>
    (await stage.call('approveAnnouncement', { announcementId, revision }, as('other'))).body['state'];
  expect(await approve(early)).toBe('scheduled');
  expect(stage.said.at(-1)?.data).toMatchObject({ publishAt, approvedFor: who['author'] });
  stage.world.now = new Date(Date.parse(publishAt) + MINUTE);
  expect(await approve(late)).toBe('published');
});

test('an override needs a reason, is for urgent ones, and is told and kept', async () => {
  const draft = await stage.drafted(who['author']!);
  const sent = await stage.call('submitAnnouncement', { ...draft, override: '燃气泄漏' }, as('author'));
  expect(sent.body).toEqual({ refused: 'OVERRIDE_URGENT' });
  const { announcementId } = await stage.submitted(who['author']!, { kind: 'urgent' }, { override: '燃气泄漏' });
  expect(stage.said.at(-1)?.data).toEqual({ announcementId, kind: 'urgent', override: true });
  expect((await stage.call('readDraft', { announcementId }, as('other'))).body).toMatchObject({
    ...{ override: true, overrideReason: '燃气泄漏' },
  });
  expect(await found(announcementId)).toMatchObject({ override: true });
  expect(JSON.stringify(stage.said)).not.toContain('燃气');
});

test('a correction is shown with what it said before, and told', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!);
  const correction = { announcementId, revision, words: words({ title: '周四停水' }), note: '日期写错了' };
  await stage.call('correctAnnouncement', correction, as('other'));
  const { body } = await stage.call('readAnnouncement', { announcementId }, as('resident'));
  expect(body).toMatchObject({
    ...{ title: '周四停水', version: 2, note: '日期写错了' },
    earlier: [{ version: 1, words: { title: '周三停水' } }],
  });
  expect(stage.said.at(-1)).toMatchObject({ type: 'announcements.corrected', data: { version: 2 } });
  expect((await stage.call('readBoard')).body['items']).toMatchObject([{ title: '周四停水', corrected: true }]);
});

test('a correction of time and place: both are shown everywhere, and what was changed is told', async () => {
  const [when, until] = ['2026-12-02T01:00:00.000Z', '2026-12-02T03:00:00.000Z'];
  const said = { when, until, place: '3号楼前' };
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {}, words: said });
  await stage.call('approveAnnouncement', { announcementId, revision }, as('other'));
  const moved = { when: '2027-02-10T01:00:00.000Z', place: '5号楼前' };
  const correction = { announcementId, revision: 3, words: words(moved), note: '改期换地方' };
  await stage.call('correctAnnouncement', correction, as('other'));
  expect(stage.said.at(-1)?.type).toBe('announcements.correction-submitted');
  await stage.call('approveAnnouncement', { announcementId, revision: 4 }, as('author'));
  expect(stage.said.at(-1)).toMatchObject({ type: 'announcements.corrected', data: { changed: 'time,place' } });
  const { body } = await stage.call('readAnnouncement', { announcementId }, as('resident'));
  expect(body).toMatchObject({ words: moved, earlier: [{ words: said }] });
  expect(await found(announcementId)).toMatchObject({ ...moved, version: 2 });
  stage.world.now = new Date(stage.world.now.getTime() + 50 * DAY);
  const { items } = (await stage.call('readBoard')).body as { items: { until?: string }[] };
  expect(items).toMatchObject([{ ...moved, corrected: true }]);
  expect(items[0]?.until).toBeUndefined();
});

test('a correction of what is for everybody waits for somebody who did not write it', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {} });
  await stage.call('approveAnnouncement', { announcementId, revision }, as('other'));
  const correction = { announcementId, revision: 3, words: words({ title: '周四停水' }), note: '日期写错了' };
  await stage.call('correctAnnouncement', correction, as('other'));
  const title = async () => (await stage.call('readAnnouncement', { announcementId }, as('resident'))).body['title'];
  expect(await title()).toBe('周三停水');
  expect((await stage.call('listWaiting', {}, as('author'))).body['items']).toMatchObject([
    { correction: true, mine: false },
  ]);
  const approve = (name: string) => stage.call('approveAnnouncement', { announcementId, revision: 4 }, as(name));
  expect((await approve('other')).body).toEqual({ refused: 'OWN_ANNOUNCEMENT' });
  expect((await approve('author')).status).toBe(200);
  expect(stage.said.at(-1)?.data).toMatchObject({ approvedFor: who['other'] });
  expect(await title()).toBe('周四停水');
});

test('withdrawn it says so and why, is off the board, and nothing of it is corrected', async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!);
  await stage.call('withdrawAnnouncement', { announcementId, revision, reason: '不停水了' }, as('other'));
  const { body } = await stage.call('readAnnouncement', { announcementId }, as('resident'));
  expect(body).toMatchObject({ state: 'withdrawn', reason: '不停水了' });
  expect((await stage.call('readBoard')).body['items']).toEqual([]);
  expect(stage.said.at(-1)?.type).toBe('announcements.withdrawn');
  const late = { announcementId, revision: 3, words: words(), note: '改' };
  expect((await stage.call('correctAnnouncement', late, as('other'))).body).toEqual({ refused: 'NOT_OUT' });
});

test('a text the check does not let pass by itself waits for a second person; a risky one is refused', async () => {
  stage.world.check = 'unavailable';
  expect((await stage.submitted(who['author']!)).state).toBe('waiting');
  stage.world.check = { suggest: 'risky', label: 20002 };
  const draft = await stage.drafted(who['author']!);
  const sent = await stage.call('submitAnnouncement', draft, as('author'));
  expect(sent.body).toMatchObject({ refused: 'TEXT_RISKY' });
});

test('a list’s is for those on it, and on no board; staff may look', async () => {
  const { announcementId } = await stage.submitted(who['author']!, { audience: { people: [who['resident']!] } });
  const stranger = await stage.person();
  const read = async (one: string) => (await stage.call('readAnnouncement', { announcementId }, { as: one })).status;
  expect([await read(who['resident']!), await read(stranger), await read(who['street']!)]).toEqual([200, 404, 200]);
  expect((await stage.call('readBoard')).body['items']).toEqual([]);
});

test('the board lets go of what is old, unless what it tells of is still to come', async () => {
  await stage.submitted(who['author']!);
  const when = new Date(stage.world.now.getTime() + 40 * DAY).toISOString();
  const until = new Date(stage.world.now.getTime() + 41 * DAY).toISOString();
  await stage.submitted(who['author']!, { words: { title: '义诊', when, until } });
  stage.world.now = new Date(stage.world.now.getTime() + 31 * DAY);
  expect((await stage.call('readBoard')).body['items']).toMatchObject([{ title: '义诊' }]);
});

test('the board prints as one page with a code', async () => {
  for (let n = 0; n < 9; n += 1)
    await stage.submitted(who['author']!, { words: { body: '停水通知，请提前接水。'.repeat(30), place: '3号楼' } });
  const { body } = await stage.call('printBoard');
  expect(body).toMatchObject({ fileName: '公告-新城社区.pdf', mediaType: 'application/pdf' });
  const pdf = Buffer.from(String(body['base64']), 'base64').toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1);
});

test('lists cost the same at ten and at many, and no event holds a word of what was written', async () => {
  for (let n = 0; n < 22; n += 1) await stage.submitted(who['author']!);
  const first = await stage.call('listAll', {}, as('other'));
  expect([(first.body['items'] as unknown[]).length, first.units.read <= 24]).toEqual([20, true]);
  const second = await stage.call('listAll', { cursor: first.body['next'] }, as('other'));
  expect((second.body['items'] as unknown[]).length).toBe(2);
  expect(JSON.stringify(stage.said)).not.toMatch(/停水|接水/);
});
