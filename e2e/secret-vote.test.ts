import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, type Actor, type Unwelcome } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { castSecret } from '@gongzhi/local/demo/seed-votes';
import { goStraight } from '@gongzhi/local/demo/straight-way';
import { markOf } from '@gongzhi/shared/votes/receipt';
import { endVote } from './end-vote';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory, votes } = api;
const { communityId } = DEMO;
const RECOUNT = join(__dirname, '../apps/recount/src/main.mjs');
const HOUSEHOLDS = 24;
jest.setTimeout(240_000);

let world: World;
let chair: Person;
let author: Person;
let spouse: Person;
let unlucky: Person;
let neighbours: Actor[];
let proposalId: string;
let voteId: string;
let file: string;
let code: string;

const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const votePath = () => `/votes/vote/index?communityId=${communityId}&voteId=${voteId}`;
const phone = async (key: string) => {
  const one = new Person(await world.phone(), world.cloud.url, key);
  await one.comeBack();
  return one;
};
const kept = ({ page }: Person) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const recount = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RECOUNT, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, HOUSEHOLDS);
  neighbours = [];
  for (let n = 1; n <= 12; n += 1) neighbours.push(await joinCommunity(url, demo(`n${String(n).padStart(3, '0')}`)));
  for (const key of ['author', 'spouse']) await joinCommunity(url, demo(key));
  const chairman = await joinCommunity(url, demo('chair'));
  await office.act(directory.grantRole, { communityId, personId: chairman.personId, role: 'chair' });
  await goStraight(chairman);
  const [first, ...rest] = neighbours;
  proposalId = (
    await first!.act(councils.fileProposal, {
      communityId,
      title: '更换物业公司',
      grounds: '楼道三个月没有打扫，报修也没有人来。',
      recommendations: [{ title: '另选一家', body: '请居委会组织另选一家物业公司。' }],
    })
  ).id;
  for (const one of rest.slice(0, 4)) await one.act(councils.supportProposal, { communityId, proposalId });
  [chair, author, spouse, unlucky] = [
    await phone('chair'),
    await phone('author'),
    await phone('spouse'),
    await phone('n001'),
  ];
}, 240_000);
afterAll(() => world?.stop());

describe('a secret vote', () => {
  it('is opened by the chair, who is told what cannot be undone', async () => {
    await chair.go(`/votes/open-vote/index?communityId=${communityId}&proposalId=${proposalId}`);
    await chair.tap(/^无记名/);
    await chair.sees(/不保存能把一张票对回某一户的任何东西/);
    await chair.tap(/^现场表决/);
    await chair.sees('检查通过，可以发起。');
    await chair.tap('发起表决');
    await chair.sees(/无记名表决《/);
    await chair.tap('确认发起');
    await chair.sees(/24 户中 0 户已表决/);
    voteId = /voteId=([0-9A-Z]{26})/.exec(chair.page.url())?.[1] ?? '';
  });

  it('a resident casts after one warning and gets a receipt; the choice is nowhere on the phone', async () => {
    await spouse.go(votePath());
    await spouse.sees('请先在上面选一项。');
    await author.go(votePath());
    await author.tap('反对');
    await author.tap('投“反对”票');
    await author.sees(/投出就不能改，也不能撤回/);
    await author.shoot('secret sure');
    await author.tap('投出这一票');
    await author.sees(/已经收到，算一票，不能再改/);
    await author.sees('投票回执');
    await author.shoot('secret receipt');
    code =
      (await author.page
        .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
        .first()
        .textContent()) ?? '';
    expect(await kept(author)).toContain(code);
    expect(await kept(author)).not.toMatch(/against|反对/);
    await author.page.reload();
    await author.sees(/已经收到，算一票，不能再改/);
    expect(await author.page.getByText('反对', { exact: true }).filter({ visible: true }).count()).toBe(0);
  });

  it('another phone of the household is refused and told that nothing can be changed', async () => {
    await spouse.tap('赞成');
    await spouse.tap('投“赞成”票');
    await spouse.tap('投出这一票');
    await spouse.sees(/一户一票，投出就不能改/);
    expect(await kept(spouse)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('an answer lost on the way is asked for again and makes no second ballot', async () => {
    const { page } = unlucky;
    await unlucky.go(votePath());
    await unlucky.tap('赞成');
    await unlucky.tap('投“赞成”票');
    const sent: string[] = [];
    let lost = true;
    const ofVote = new RegExp(`/votes/${voteId}$`);
    // the vote cannot be read until the ballot is sent again: read before, it would say that the first one arrived
    await page.route(ofVote, (route) => route.abort());
    await page.route(/\/secret-ballots$/, async (route) => {
      sent.push(route.request().postData() ?? '');
      if (lost) {
        await route.fetch();
        return route.abort();
      }
      await page.unroute(ofVote);
      return route.continue();
    });
    await unlucky.tap('投出这一票');
    await unlucky.sees('不知道有没有送到');
    await unlucky.shoot('secret unsure');
    lost = false;
    await unlucky.tap('再送一次');
    await unlucky.sees(/已经收到，算一票，不能再改/);
    await page.unrouteAll();
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent.map((body) => (JSON.parse(body) as { mark: string }).mark)).size).toBe(1);
    expect(await kept(unlucky)).not.toMatch(/"for"|赞成/);
  });

  it('others vote; until the end nobody sees more than how many', async () => {
    const choices = ['for', 'for', 'against', 'abstain'] as const;
    for (const [n, one] of neighbours.slice(1).entries()) await castSecret(one, voteId, choices[n % 4] ?? 'for');
    await expect(castSecret(neighbours[1]!, voteId, 'for')).rejects.toMatchObject({
      body: { refused: 'HOUSEHOLD_VOTED' },
    } satisfies Partial<Unwelcome>);
    const mark = markOf(voteId, code);
    await expect(neighbours[0]!.act(votes.proveMark, { communityId, voteId, mark })).rejects.toMatchObject({
      body: { refused: 'NOT_PUBLISHED' },
    });
    await author.tap(/^查我的票/);
    await author.tap('查票');
    await author.sees('清单还没有公布');
  });

  it('after the end the result is published and the resident finds the own ballot on the list', async () => {
    await endVote(world, neighbours[0]!, voteId);
    await author.go(votePath());
    await author.page.reload();
    await author.sees('表决结果');
    await author.sees(/名册上 24 户，参加 13 户/);
    await author.sees(/13 票中 7 票/);
    await author.shoot('secret result');
    await author.go(`/votes/receipt/index?communityId=${communityId}&voteId=${voteId}&code=${code}`);
    await author.tap('查票');
    await author.sees('查到了');
    await author.shoot('secret found');
    await author.fill('查票码', '0000-0000-0000-0000');
    await author.tap('查票');
    await author.sees('清单里没有这个查票码');
    await author.go('/tabs/me/index');
    await author.tap(/^我的投票回执/);
    await author.sees(code);
    await author.shoot('secret kept');
  });

  it('the list is downloaded by somebody who is not signed in and counted again by a program that asks nobody', async () => {
    const visitor = new Person(await world.phone(), world.cloud.url, 'guest');
    await visitor.go(`/votes/receipt/index?communityId=${communityId}&voteId=${voteId}`);
    const downloading = visitor.page.waitForEvent('download');
    await visitor.tap('下载清单文件');
    const download = await downloading;
    file = join(world.dir, download.suggestedFilename());
    await download.saveAs(file);
    const command = (await visitor.page.getByText(/^npx @gongzhi\/recount/).textContent()) ?? '';
    const key = /--key ([0-9a-f]{32})$/.exec(command)?.[1] ?? '';
    await visitor.shoot('secret list');
    const counted = recount(file, '--key', key, '--code', code);
    expect(counted).toMatchObject({ status: 0, said: expect.stringContaining('查票码在参加清单里') });
    expect(counted.said).toMatch(/赞成 for: 7 {2}反对 against: 4 {2}弃权 abstain: 2/);
    expect(recount(file, '--code', '0000-0000-0000-0000').status).toBe(5);
    expect(recount(file, '--key', '0'.repeat(32)).status).toBe(3);
  });

  it('one byte changed anywhere is found out', () => {
    const bytes = readFileSync(file);
    for (const at of [5, bytes.indexOf('\nA ') + 9, bytes.indexOf('\nB ') + 9, bytes.length - 40]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(`${file}.changed`, changed);
      expect([at, recount(`${file}.changed`).status]).toEqual([at, 1]);
    }
  });
});
