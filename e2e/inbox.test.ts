import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { councils } from '@gongzhi/shared/councils/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { notices } from '@gongzhi/shared/notices/contract';
import { faultsOf, misfitsOf } from './find-faults';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(600_000);

let world: World;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const INBOX = '/notices/inbox/index';
const PREFERENCES = '/notices/preferences/index';
const as = (key: string): Promise<Actor> => signIn(world.cloud.url, key);
/** Ten in the morning in China: at night WeChat messages wait. */
const morning = () => {
  const at = new Date(Date.now() + DAY);
  at.setUTCHours(2, 0, 0, 0);
  return at.getTime();
};
/** What the stream does in its time is waited for. */
const until = async (what: () => Promise<boolean>) => {
  for (let n = 0; n < 90; n += 1) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  throw new Error('the stream did not do it');
};
const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
/** To everybody who lives here by their role, so that nobody else has to agree. */
const announce = async (): Promise<string> => {
  const worker = await as('worker');
  const words = { title: '三号楼周三上午停水', body: '因更换水表。\n请提前接水。', place: '3号楼', links: [] };
  const { announcementId, revision } = await worker.act(announcements.saveDraft, {
    communityId,
    content: { kind: 'service', audience: { roles: ['resident'] }, words },
  });
  await worker.act(announcements.submitAnnouncement, { communityId, announcementId, revision });
  return announcementId;
};
/** The author of a proposal is told that a meeting on it was called. */
const callMeeting = async (office: Actor, author: Actor) => {
  const { id: proposalId } = await author.act(councils.fileProposal, {
    ...{ communityId, title: '一号楼楼道加装扶手', grounds: '楼里住着二十多位老人，楼道没有扶手。' },
    recommendations: [{ title: '每层加装扶手', body: '在楼梯内侧加装扶手。' }],
  });
  await office.act(meetings.callMeeting, {
    ...{ communityId, kind: 'council', place: '社区活动室', minutes: 30, agenda: [{ proposalId, minutes: 20 }] },
    startsAt: new Date(morning() + 3 * DAY).toISOString(),
  });
};

beforeAll(async () => {
  world = await startWorld();
  world.cloud.setAhead(morning() - Date.now());
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 20);
  for (const key of ['n001', 'n002']) await join(url, demo(key));
  await callMeeting(office, await join(url, demo('author')));
});
afterAll(() => world?.stop());

test('one who accepted is reached over WeChat, and a choice is kept', async () => {
  const neighbour = await phone('n001');
  await neighbour.go(PREFERENCES);
  await neighbour.sees('现在收不到');
  await neighbour.tap('在微信里多收几条');
  await neighbour.sees(/“社区通知”/);
  await neighbour.shoot('inbox-prompt');
  await neighbour.page.getByText('允许', { exact: true }).click();
  await neighbour.sees('还能收 1 条');
  await neighbour.tap(/^温馨提醒/);
  await neighbour.sees('不发');
  await neighbour.shoot('inbox-preferences');
  expect(await (await as('n001')).act(notices.readPreferences, {})).toMatchObject({ off: ['announced.reminder'] });
});

let announcementId = '';
test('a resident finds the announcement, opens it, and its reach says so', async () => {
  announcementId = await announce();
  const [worker, author] = [await phone('worker'), await phone('author')];
  await worker.go(path('announcements/progress', { announcementId }));
  await worker.sees(/1 人收到微信消息，0 人打开看了/);
  await worker.sees('已经发完。');
  await worker.shoot('inbox-progress');
  expect(world.cloud.wechat.control.sent().map(({ data }) => data['thing1'])).toEqual(['三号楼周三上午停水']);

  await until(async () => (await (await as('author')).act(notices.listInbox, {})).items.length === 2);
  await author.go('/tabs/home/index');
  await author.page.reload();
  await author.tap(/^通知，2 条未读/);
  await author.sees(/要开会商议/);
  await author.shoot('inbox-two');
  await author.fill('找通知', '停水');
  await author.tap('找一找');
  await author.page.getByText(/要开会商议/).waitFor({ state: 'hidden' });
  await author.shoot('inbox-found');
  await author.tap(/社区发了通知/);
  await author.sees(/因更换水表/);
  await until(async () => {
    const reach = await (await as('worker')).act(notices.readReach, { communityId, noticeId: announcementId });
    return reach.opened === 1;
  });
  await author.page.goBack();
  await author.sees(/社区发了通知/);
  await author.page.getByText('未读').filter({ visible: true }).first().waitFor({ state: 'hidden' });
  await author.tap('看全部通知');
  await author.sees(/要开会商议/);
  await author.shoot('inbox-one-read');
  await until(
    async () => (await (await as('worker')).act(announcements.listCallLists, { communityId })).items.length === 1,
  );
  await worker.page.reload();
  await worker.sees(/1 人收到微信消息，1 人打开看了/);
});

test('a kind is turned off, and a daily message takes the place of each', async () => {
  const author = await phone('author');
  await author.go(INBOX);
  await author.tap(/^微信提醒设置/);
  await author.tap(/^活动通知/);
  await author.sees('不发');
  await author.tap('每天早上 8 点');
  await author.sees('一天只发一条，说有几条新通知。');
  await author.shoot('inbox-digest');
  expect(await (await as('author')).act(notices.readPreferences, {})).toMatchObject({
    off: ['announced.event'],
    digestHour: 8,
  });
});

test.each(LOOKS)('as it looks: %s', async (name, look, elder) => {
  const pages = [
    [await looked('author', look), { inbox: INBOX }],
    [await looked('n001', look), { preferences: PREFERENCES }],
    [
      await looked('worker', look),
      {
        progress: path('announcements/progress', { announcementId }),
        'call-list': path('announcements/call-list', { announcementId }),
      },
    ],
  ] as const;
  expect(await lookAt(pages, { slice: 'inbox', name, elder })).toEqual({});
  const seeker = await looked('n002', look);
  if (elder) await seeker.tap(/长辈版/);
  await seeker.go(INBOX);
  await seeker.fill('找通知', '电梯');
  await seeker.tap('找一找');
  await seeker.sees(/没有找到标题里有“电梯”的通知/);
  await seeker.shoot(`inbox-nothing-found-${name.replaceAll(' ', '-')}`);
  const faults = await ('text' in look ? misfitsOf : faultsOf)(seeker.page, elder ? 60 : 48);
  expect(faults).toEqual([]);
});
