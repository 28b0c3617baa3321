import { DEMO } from '@gongzhi/local/demo/people';
import { seed } from '@gongzhi/local/demo/seed';
import { Person } from './person';
import { startWorld, type World } from './world';

jest.setTimeout(480_000);
let world: World;
const said: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey, setAhead } = world.cloud;
  await seed({ url, openingKey, setAhead, say: (line) => void said.push(line) });
}, 480_000);
afterAll(() => world?.stop());

describe('the demo that npm start shows', () => {
  it('is complete', () => expect(said.at(-1)).toBe('提案、讨论和表决已就绪'));

  it('has an owners’ vote under way, in which an owner of two flats has one head and both areas', async () => {
    const owner = new Person(await world.phone(), world.cloud.url, 'author');
    await owner.signIn(false);
    await owner.tap(/更换二次供水水泵/);
    await owner.sees(/^您的一票：2 套，/);
    await owner.shoot('demo home to owners');
    await owner.page.close();
  });

  it('has a shift to come that one signed up for, and hours that were served', async () => {
    const neighbour = new Person(await world.phone(), world.cloud.url, 'n001');
    await neighbour.signIn(false);
    const at = `communityId=${DEMO.communityId}`;
    await neighbour.go('/tabs/service/index');
    await neighbour.tap(/^我的服务/);
    await neighbour.sees('清扫一号楼楼道');
    await neighbour.shoot('demo my day');
    await neighbour.go(`/hours/mine/index?${at}`);
    await neighbour.sees('给老人义务理发');
    await neighbour.go(`/volunteering/find/index?${at}`);
    await neighbour.sees('清扫一号楼楼道');
    await neighbour.shoot('demo find');
    await neighbour.page.close();
  });

  it('has a secret vote whose list anyone may check, minutes after it began', async () => {
    const { items } = (await (await fetch(`${world.cloud.url}/councils/${DEMO.communityId}/proposals`)).json()) as {
      items: { title: string }[];
    };
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['小区里能不能养大型犬', '更换小区物业公司', '动用维修资金，更换二次供水水泵']),
    );
  });
});
