import { signIn } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { writePng } from '@gongzhi/local/wechat/write-png';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(600_000);

let world: World;
const path = (page: string, more: Record<string, string> = {}) =>
  `/announcements/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 20);
  for (const key of ['author', 'n001']) await join(url, PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!);
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
/** A picture of stripes, so that one sees whether it is there. */
const PICTURE = writePng(240, (x, y) => Math.floor((x + y) / 20) % 2 === 0);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const picks = async (person: Person, button: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), person.tap(button)]);
  await chooser.setFiles(file);
};
const DOCUMENTS = '附上文件（PDF、Word、Excel）';
const png = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: PICTURE };
const pdf = { name: '停水安排.pdf', mimeType: 'application/pdf', buffer: PDF };
/** Whether what the page shows as pictures has arrived. */
const seesPicture = (person: Person) =>
  person.page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.picture img')].some((one) => one.naturalWidth > 0),
  );

let announcementId = '';
test('a picture and a PDF: sent, checked, looked at, approved, and both opened by a resident', async () => {
  const [worker, street, resident] = await Promise.all([phone('worker'), phone('supervisor'), phone('author')]);
  await worker.go(path('write'));
  await worker.fill('标题', '周三停水，附示意图');
  await worker.fill('正文', '停水范围见图，安排见文件。');
  await picks(worker, '附上图片', png);
  await worker.sees(/微信检查通过/);
  await worker.sees('请写图片说明。');
  await worker.fill('图片说明', '停水范围：三号楼和五号楼');
  await picks(worker, DOCUMENTS, pdf);
  await worker.sees(/微信不检查文件内容/);
  await seesPicture(worker);
  await worker.shoot('files-write');
  await worker.tap('看看效果');
  await worker.sees('居民看到的样子');
  await seesPicture(worker);
  await worker.shoot('files-preview');
  await worker.tap('长辈版');
  await seesPicture(worker);
  await worker.shoot('files-preview-elder');
  await worker.tap('送第二个人同意');
  await worker.sees('等第二个人同意');
  const { items } = await (await signIn(world.cloud.url, 'worker')).act(announcements.listAll, { communityId });
  announcementId = items[0]?.announcementId ?? '';

  await street.go(path('manage', { announcementId }));
  await seesPicture(street);
  await street.tap('同意发布');
  await street.sees('已发布');

  await resident.go(path('announcement', { announcementId }));
  await seesPicture(resident);
  await resident.shoot('files-announcement');
  const [alone] = await Promise.all([resident.page.context().waitForEvent('page'), resident.tap(/^图片：停水范围/)]);
  await alone.waitForURL(new RegExp(`/kept/${communityId}/`));
  await alone.close();
  const [download] = await Promise.all([resident.page.waitForEvent('download'), resident.tap(/^停水安排/)]);
  expect(download.suggestedFilename()).toBe('停水安排.pdf');
  const kept = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of kept) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(PDF)).toBe(true);
});

test('the board shows them without signing in', async () => {
  const passer = new Person(await world.phone({}), world.cloud.url, 'nobody');
  await passer.go(path('board'));
  await passer.sees('周三停水，附示意图');
  await seesPicture(passer);
  await passer.sees('停水安排');
  await passer.shoot('files-board');
});

test('what is none of the kinds is refused in words, what was cut goes on, and nothing typed is lost', async () => {
  const worker = await phone('worker');
  await worker.go(path('write'));
  await worker.fill('标题', '还没写完的通知');
  await picks(worker, DOCUMENTS, {
    name: '通知.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ not a pdf'),
  });
  await worker.sees(/这个文件不能附上/);
  await worker.shoot('files-refused');
  await worker.tap('不附这个了');
  const { url } = world.cloud.files;
  await worker.page.route(`${url}/**`, (route) => route.abort());
  await picks(worker, DOCUMENTS, pdf);
  await worker.sees(/没有传完/);
  await worker.shoot('files-cut');
  await worker.page.unroute(`${url}/**`);
  await worker.tap('再传一次');
  await worker.sees(/微信不检查文件内容/);
  expect(await worker.page.locator('.field textarea').first().inputValue()).toBe('还没写完的通知');
  await worker.tap('拿掉这个文件');
});

test('a correction adds a picture', async () => {
  const worker = await phone('worker');
  await worker.go(path('correct', { announcementId }));
  await worker.fill('更正了什么', '换了示意图');
  await picks(worker, '附上图片', png);
  await worker.fill('图片说明', '新的示意图', 1);
  // the picture that was there already says so too
  await worker.page.getByText('微信检查通过').nth(1).waitFor();
  await worker.shoot('files-correct');
  await worker.tap('提交更正');
  await worker.sees(/等第二个人同意/);
  const street = await phone('supervisor');
  await street.go(path('manage', { announcementId }));
  await street.sees(/改了图片和文件/);
  await seesPicture(street);
  await street.tap('同意更正');
  await street.sees(/已更正 1 次/);
});

test('every page is without a fault at every size', async () => {
  for (const [name, look, elder] of LOOKS) {
    const office = {
      'files-correct': path('correct', { announcementId }),
      'files-manage': path('manage', { announcementId }),
    };
    const reader = { 'files-announcement': path('announcement', { announcementId }), 'files-board': path('board') };
    const pages = [
      [await looked('worker', look), office],
      [await looked('author', look), reader],
    ] as const;
    expect([name, await lookAt(pages, { slice: 'announcements', name, elder })]).toEqual([name, {}]);
  }
});

test('a risky picture is refused, and its author told which', async () => {
  world.cloud.wechat.control.judgeMedia({ urlPart: '/kept/', suggest: 'risky', label: 20002 });
  const worker = await phone('worker');
  await worker.go(path('write'));
  await worker.fill('标题', '有问题的图');
  await worker.fill('正文', '看图。');
  await picks(worker, '附上图片', png);
  await worker.sees(/没有通过微信的内容检查/);
  await worker.fill('图片说明', '一张有问题的图');
  await worker.tap('看看效果');
  await worker.tap('送第二个人同意');
  await worker.sees(/没有通过图片“一张有问题的图”/);
  await worker.shoot('files-risky');
});
