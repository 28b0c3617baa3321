import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { putEvent } from './put-event';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(600_000);

let world: World;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/announcements/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const as = (key: string): Promise<Actor> => signIn(world.cloud.url, key);

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 20);
  for (const key of ['author', 'n001', 'n002']) await join(url, demo(key));
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
const words = (title: string) => ({
  title,
  body: '周三上午九点到十一点停水。\n请提前接水。',
  place: '3号楼',
  links: [],
});
/** What was written by the worker over the API, on its way. */
const written = async (audience: object, how: object = {}, title = '周三停水') => {
  const worker = await as('worker');
  const content = { kind: 'service' as const, audience, words: words(title) };
  const { announcementId, revision } = await worker.act(announcements.saveDraft, { communityId, content });
  await worker.act(announcements.submitAnnouncement, { communityId, announcementId, revision, ...how });
  return announcementId;
};

let announcementId = '';
test('written, looked at, approved by a second person, published and read', async () => {
  const [worker, street, resident] = await Promise.all([phone('worker'), phone('supervisor'), phone('author')]);
  await worker.go('/tabs/home/index');
  await worker.tap(/^发通知/);
  await worker.sees('还没有写过通知。');
  await worker.tap('写通知');
  await worker.sees(/请填写标题和正文/);
  await worker.fill('标题', '关于三号楼和五号楼周三上午九点到十一点停水的通知');
  await worker.fill('正文', '因更换水表，周三上午停水。\n请提前接水。');
  await worker.fill('地点', '3号楼、5号楼');
  await worker.shoot('announcements-write');
  await worker.tap('看看效果');
  await worker.sees('居民看到的样子');
  await worker.sees(/一共 \d+ 人/);
  await worker.sees(/户没有人在小程序里/);
  await worker.shoot('announcements-preview');
  await worker.tap('长辈版');
  await worker.shoot('announcements-preview-elder');
  await worker.tap('微信消息');
  await worker.sees(/只能显示 20 个字/);
  await worker.shoot('announcements-preview-wechat');
  await worker.tap('送第二个人同意');
  await worker.sees('等第二个人同意');
  await worker.shoot('announcements-manage-waiting');
  const { items } = await (await as('worker')).act(announcements.listAll, { communityId });
  announcementId = items[0]?.announcementId ?? '';

  await street.go(path('waiting'));
  await street.shoot('announcements-waiting');
  await street.tap(/停水的通知/);
  await street.tap('同意发布');
  await street.sees('已发布');
  await street.shoot('announcements-manage-published');

  await resident.go(path('announcement', { announcementId }));
  await resident.sees(/因更换水表/);
  await resident.shoot('announcements-announcement');

  await worker.go(path('correct', { announcementId }));
  await worker.fill('更正了什么', '不是周三，是周四');
  await worker.fill('正文', '因更换水表，周四上午停水。\n请提前接水。');
  await worker.fill('地点', '活动室门口');
  await worker.shoot('announcements-correct');
  await worker.tap('提交更正');
  await worker.sees(/等第二个人同意/);
  await street.go(path('manage', { announcementId }));
  await street.page.reload();
  await street.sees(/改了地点、正文/);
  await street.tap('同意更正');
  await street.sees(/已更正 1 次/);
  await resident.page.reload();
  await resident.sees(/不是周三，是周四/);
  await resident.sees('活动室门口');
  await resident.sees('更正以前');
  await resident.shoot('announcements-corrected');
});

test('the board is read without signing in', async () => {
  await written({ bands: ['75+'] }, {}, '老年体检');
  const passer = new Person(await world.phone({}), world.cloud.url, 'nobody');
  await passer.go(path('board'));
  await passer.sees(/小营巷社区公告/);
  await passer.sees('老年体检');
  await passer.shoot('announcements-board');
});

test('withdrawn it says so and why', async () => {
  const id = await written({ bands: ['35-59'] }, {}, '写错的通知');
  const worker = await phone('worker');
  await worker.go(path('manage', { announcementId: id }));
  await worker.tap('撤回');
  await worker.fill('为什么撤回（居民会看到）', '写错了，请不要理会');
  await worker.shoot('announcements-withdraw');
  await worker.tap('撤回');
  await worker.sees('已撤回');
  const resident = await phone('n001');
  await resident.go(path('announcement', { announcementId: id }));
  await resident.sees('这份通知已经撤回');
  await resident.shoot('announcements-withdrawn');
});

/** What the stream does in its time is waited for. */
const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (let n = 0; n < 90; n += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  throw new Error('the list was not made');
};

let called = '';
test('households that were not reached are worked off with one tap, by one at a time', async () => {
  const id = await written({ bands: ['18-34', '35-59', '60-74', '75+'] }, {}, '燃气安检');
  const told = { type: 'notices.sent-out', scope: communityId, subject: id, data: { noticeId: id } };
  await putEvent(world.cloud, told);
  const office = await as('worker');
  await until(async () => {
    const { items } = await office.act(announcements.listCallLists, { communityId });
    return items.find(({ announcementId: one }) => one === id);
  });
  const worker = await phone('worker');
  await worker.go(path('call-lists'));
  await worker.tap(/燃气安检/);
  await worker.sees(/要联系 \d+ 户/);
  await worker.shoot('announcements-call-list');
  await worker.tap('我来联系');
  await worker.sees('电话讲到了');
  await worker.shoot('announcements-call-list-mine');
  await worker.tap('电话讲到了');
  await worker.sees(/电话讲到 1 户/);
  const ids = { communityId, announcementId: id };
  const again = () =>
    until(async () => {
      const { items } = await office.act(announcements.listRows, ids);
      return items[0]?.again;
    });
  const correction = { words: { ...words('燃气安检'), place: '5号楼' }, note: '地点写错了' };
  const { revision } = await office.act(announcements.readDraft, ids);
  const corrected = await office.act(announcements.correctAnnouncement, { ...ids, ...correction, revision });
  await again();
  await worker.page.reload();
  await worker.sees('更正前告诉过，请再说一次');
  await worker.sees(/电话讲到 0 户/);
  await worker.shoot('announcements-call-list-corrected');
  await worker.tap('我来联系');
  await worker.tap('电话讲到了');
  await worker.sees(/电话讲到 1 户/);
  await office.act(announcements.withdrawAnnouncement, {
    ...{ ...ids, reason: '改到下个月，另行通知' },
    revision: corrected.revision,
  });
  await again();
  await worker.page.reload();
  await worker.sees('告诉过，请说一声已经取消');
  await worker.sees('已撤回，只联系告诉过的住户');
  await worker.sees(/要联系 2 户/);
  called = id;
});

test('every page is without a fault at every size', async () => {
  const waiting = await written({}, {}, '等同意的通知');
  const worker = await as('worker');
  const content = { kind: 'urgent' as const, audience: {}, words: words('燃气检修') };
  const kept = await worker.act(announcements.saveDraft, { communityId, content });
  for (const [name, look, elder] of LOOKS) {
    const office = {
      ...{ list: path('list'), write: path('write'), waiting: path('waiting') },
      preview: path('preview', { announcementId: kept.announcementId }),
      manage: path('manage', { announcementId: waiting }),
      correct: path('correct', { announcementId }),
      ...{ 'call-lists': path('call-lists'), 'call-list': path('call-list', { announcementId: called }) },
    };
    const reader = { announcement: path('announcement', { announcementId }), board: path('board') };
    const pages = [
      [await looked('worker', look), office],
      [await looked('author', look), reader],
    ] as const;
    expect([name, await lookAt(pages, { slice: 'announcements', name, elder })]).toEqual([name, {}]);
  }
});
