import { DEMO } from '@gongzhi/local/demo/people';
import { seed } from '@gongzhi/local/demo/seed';
import { Person } from './person';
import { startWorld, type World } from './world';

jest.setTimeout(600_000);
let world: World;
const said: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey, setAhead, tick } = world.cloud;
  await seed({ url, openingKey, setAhead, tick, say: (line) => void said.push(line) });
  await world.cloud.idle();
}, 600_000);
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

  it('has party members who serve: a report to see, posts, wishes of each level, a call, and a unit that reads', async () => {
    const at = `communityId=${DEMO.communityId}`;
    const look = async (key: string, pages: Readonly<Record<string, readonly (string | RegExp)[]>>) => {
      const one = new Person(await world.phone(), world.cloud.url, key);
      await one.comeBack();
      for (const [page, seen] of Object.entries(pages)) {
        await one.go(`/${page}/index?${at}`);
        for (const words of seen) await one.sees(words);
        await one.shoot(`demo ${key} ${page.replace('/', ' ')}`);
      }
      await one.page.close();
    };
    await look('doctor', {
      'party/mine': ['小营巷第一党支部', '市第三医院'],
      'reports/record': [/1 次，2 小时/],
      'notices/inbox': [/服务报告写好了/, /登记确认好了/, /应急召集/, /的评议开始了/],
      'calls/mine': ['清理地下车库排水沟'],
    });
    await look('contact', {
      'units/mine': ['一楼报告厅', '请单位写的评议'],
      'reports/unit': ['已发给单位'],
      'notices/inbox': [/收到一份.*服务报告/],
    });
    await look('n001', {
      'projects/lists': [/活动室缺二十把椅子/],
      'projects/posts': [/夜间巡逻/, /楼道矛盾调解员/],
      'wishes/list': ['修厨房水龙头'],
      'units/list': ['市第三医院'],
    });
    await look('worker', {
      'party/waiting': [/的报到|社区确认/],
      'wishes/waiting': ['一本大字的养生书'],
      'reports/to-answer': ['高明'],
    });
  });

  it('leads a wisher whose wish came true from the notice, and from the wish, to a few words', async () => {
    const wisher = new Person(await world.phone(), world.cloud.url, 'n002');
    await wisher.comeBack();
    await wisher.sees('现在和您有关的');
    await wisher.go(`/wishes/mine/index?communityId=${DEMO.communityId}`);
    await wisher.tap(/陪着去医院复查/);
    await wisher.sees('给帮您的人写几句');
    await wisher.shoot('demo wish with words');
    await wisher.go('/notices/inbox/index');
    await wisher.fill('找通知', '微心愿');
    await wisher.tap('找一找');
    await wisher.sees(/帮您实现微心愿的人在做服务小结/);
    await wisher.shoot('demo wisher inbox');
    await wisher.page.getByText(/帮您实现微心愿的人在做服务小结/).click();
    await wisher.fill('想说的话', '陪我排队、取药，很耐心');
    await wisher.shoot('demo word');
    await wisher.tap('提交');
    await wisher.sees(/帮您实现微心愿的人在做服务小结/);
    await wisher.go(`/wishes/mine/index?communityId=${DEMO.communityId}`);
    await wisher.tap(/陪着去医院复查/);
    await wisher.sees('实现了');
    await wisher.page.waitForTimeout(1_000);
    expect(await wisher.page.getByText('给帮您的人写几句').filter({ visible: true }).count()).toBe(0);
    await wisher.page.close();
  });

  it('shows what a unit’s members did together, and fits the smallest phone and the largest type', async () => {
    const at = `communityId=${DEMO.communityId}`;
    for (const look of [{}, { width: 320, text: 1.5 }]) {
      const name = look.width ?? 375;
      const [one, contact, doctor] = await Promise.all(
        ['n001', 'contact', 'doctor'].map(async (key) => {
          const person = new Person(await world.phone(look), world.cloud.url, key);
          await person.comeBack();
          return person;
        }),
      );
      await one!.go(`/units/list/index?${at}`);
      await one!.tap(/市第三医院/);
      await one!.sees('3 人 · 3 次 · 6 小时');
      await one!.shoot(`demo unit ${name}`);
      await contact!.go(`/units/mine/index?${at}`);
      await contact!.tap(/请单位写的评议/);
      await contact!.sees(/现在没有请单位写的评议/);
      await contact!.shoot(`demo unit to answer ${name}`);
      await doctor!.go('/notices/inbox/index');
      await doctor!.sees(/服务报告写好了/);
      await doctor!.shoot(`demo doctor inbox ${name}`);
      await doctor!.go(`/party/mine/index?${at}`);
      await doctor!.tap(/我的党员服务记录/);
      await doctor!.sees('我的服务记录');
      await Promise.all([one, contact, doctor].map((person) => person!.page.close()));
    }
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
