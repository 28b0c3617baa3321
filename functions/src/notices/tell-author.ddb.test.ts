import { newId, twinOf } from '@gongzhi/shared/kernel/ids';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { memberKey } from '../kernel/caller';
import { stageSending, type SendingStage } from './test-sending';

const idOf = (n: number) => newId(new Date(0), new Uint8Array(16).fill(n));
const [AUTHOR, OTHER] = [idOf(1), idOf(2)];
let engine: TestTables;
let it: SendingStage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', 'exchange', 'announcements']);
  it = await stageSending(engine.endpoint, { timeoutMs: 300 });
});
afterAll(async () => {
  await it.stop();
  await engine.stop();
});

const inbox = async (who: string) =>
  (await it.repo.inbox.list(who, undefined)).items.map(({ type, title, proposalId }) => ({ type, title, proposalId }));
const happens = async (subject: string, announcementId: string, more: object) => {
  const event = it.stage.event(subject, more);
  for (let times = 0; times < 2; times += 1) {
    await it.stage.bring(event);
    while (await it.stage.step(event.id, announcementId));
  }
};

test('whoever wrote an announcement is told once that it was sent back, and that WeChat stopped its messages', async () => {
  const id = await it.announce({ authorId: AUTHOR, audience: { people: [OTHER] } });
  await happens(id, id, { type: 'announcements.returned', data: { toldId: AUTHOR, correction: false } });
  await happens(id, id, { type: 'notices.stopped', data: { announcementId: id, why: 'field', field: 'thing1' } });
  const told = { title: '明天上午停水', proposalId: id };
  expect((await inbox(AUTHOR)).sort((a, b) => a.type.localeCompare(b.type))).toEqual([
    { type: 'announcements.returned', ...told },
    { type: 'notices.stopped', ...told },
  ]);
  expect(await inbox(OTHER)).toEqual([]);
});

test('whoever wrote what a second person let out is told once, also who is among those it is for', async () => {
  const [author, reader] = [idOf(3), idOf(4)];
  for (const one of [author, reader])
    await it.stage.put('directory', { ...memberKey(it.communityId, one), roles: ['resident'], displayName: '邻居' });
  const id = await it.announce({ authorId: author, audience: { people: [author, reader] } });
  await it.tell(id);
  const before = (await inbox(author)).length;
  for (const [type, data] of [
    ['published', { override: false }],
    ['scheduled', { publishAt: '2026-12-02T01:00:00.000Z' }],
    ['corrected', { version: 2, changed: 'time' }],
  ] as const) {
    const event = it.stage.event(id, { type: `announcements.${type}`, data: { ...data, approvedFor: author } });
    for (let times = 0; times < 2; times += 1) {
      await it.stage.bring(event);
      while (await it.stage.step(twinOf(event.id), id));
    }
  }
  const { items } = await it.repo.inbox.list(author, undefined);
  const told = items.filter(({ data }) => data['as'] === 'author');
  expect(told.map(({ type }) => type).sort()).toEqual(
    ['corrected', 'published', 'scheduled'].map((type) => `announcements.${type}`),
  );
  expect(told.every(({ data, via }) => !('approvedFor' in data) && via === undefined)).toBe(true);
  expect([items.length - before, (await inbox(author)).filter(({ proposalId }) => proposalId === id).length]).toEqual([
    ...[3, 4],
  ]);
  expect((await inbox(reader)).filter(({ proposalId }) => proposalId === id)).toHaveLength(1);
});

test('what the clock lets out, or nobody had to approve, is told to no author', async () => {
  const before = (await inbox(AUTHOR)).length;
  const id = await it.announce({ authorId: AUTHOR, audience: { people: [OTHER] } });
  await happens(id, id, { type: 'announcements.scheduled', data: { publishAt: '2026-12-02T01:00:00.000Z' } });
  expect(await inbox(AUTHOR)).toHaveLength(before);
});

test('a correction is sent back to whoever proposed it, and not to the author', async () => {
  const before = (await inbox(AUTHOR)).length;
  const id = await it.announce({ authorId: AUTHOR, audience: { people: [] } });
  await happens(id, id, { type: 'announcements.returned', data: { toldId: OTHER, correction: true } });
  expect(await inbox(OTHER)).toMatchObject([{ type: 'announcements.returned', proposalId: id }]);
  expect(await inbox(AUTHOR)).toHaveLength(before);
});

test('what was stopped and is no announcement was written by nobody', async () => {
  const before = (await inbox(AUTHOR)).length;
  const voteEvent = it.stage.id();
  await happens(voteEvent, voteEvent, { type: 'notices.stopped', data: { announcementId: voteEvent, why: 'words' } });
  expect(await inbox(AUTHOR)).toHaveLength(before);
});

test('an announcement stands in an inbox where it was sent, however long ago it was drafted', async () => {
  const reader = idOf(5);
  const member = { ...memberKey(it.communityId, reader), roles: ['resident'], displayName: '邻居' };
  await it.stage.put('directory', member);
  const begun = it.world.now.getTime();
  for (const [title, minutes] of [
    ['先写后发', 20],
    ['后写先发', 10],
  ] as const) {
    it.pass(MINUTE);
    const at = new Date(begun + minutes * MINUTE).toISOString();
    await it.tell(await it.announce({ title, authorId: AUTHOR, audience: { people: [reader] }, at }));
  }
  expect((await inbox(reader)).map(({ title }) => title)).toEqual(['先写后发', '后写先发']);
});
