import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contracts } from '@gongzhi/shared/api/contracts';
import { councils } from '@gongzhi/shared/councils/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { ROLES, type Contract, type Role, type Route } from '@gongzhi/shared/kernel/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { proofOf } from '@gongzhi/shared/kernel/service/pass';
import { PAGES } from '../routes';
import { sampleOf } from './sample';
import { attributeKeys, nodesOf, type Node } from './tree';
import { OFFLINE, runWeapp, type Asked, type Opened, type Weapp } from './weapp-runner';

const DIST = resolve(__dirname, '../../../dist/weapp');
/** A page's budget; WeChat itself scores 256 KB and 1,000 nodes. */
const BYTES = 64 * 1024;
const NODES = 600;
const TIME_MS = 240_000;

const PERSON = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const PLACE = '310110009001';
const IDS = {
  proposalId: PERSON,
  voteId: PERSON,
  meetingId: PERSON,
  taskId: PERSON,
  unitId: PERSON,
  teamId: PERSON,
  needId: PERSON,
  projectId: PERSON,
  postId: PERSON,
  offerId: PERSON,
  activityId: PERSON,
  shiftId: PERSON,
  volunteerId: PERSON,
  caseId: `q-${PERSON}`,
  batchId: PERSON,
  wishId: PERSON,
  callId: PERSON,
  roundId: PERSON,
  announcementId: PERSON,
  subject: PERSON,
  followUpId: 'a'.repeat(32),
  memberId: PERSON,
};
const PARAMS = {
  communityId: PLACE,
  streetId: '310110009',
  ...IDS,
  code: 'AB2CD3EF4G',
  invited: '5000',
  period: '2026-H2',
  quarter: '2026Q4',
  skill: 'repair',
  number: '2026-AB2CD3EF4G',
};
const SESSION = JSON.stringify({ personId: PERSON, accessToken: 'a', refreshToken: 'r', obtainedAt: Date.now() });
const ME = {
  items: [
    {
      scope: PLACE,
      name: '延吉新村社区',
      roles: ROLES,
      displayName: '陈国华',
      household: { householdId: PERSON, label: '3 号楼 2 单元 501' },
    },
  ],
};

const parameters = ({ path }: Route) => path.split('{').length;
/** As API Gateway chooses: a written segment before a parameter. */
const routes: Route[] = Object.values(contracts)
  .flatMap((contract: Contract) => Object.values(contract))
  .sort((a, b) => parameters(a) - parameters(b));
const routeOf = ({ method, path }: Asked) =>
  routes.find(
    (route) => route.method === method && new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
const answer = (asked: Asked): unknown => {
  const route = routeOf(asked);
  // one full page of a list, and then its end
  if (asked.cursor !== undefined) return { items: [] };
  return route === directory.listBelongings ? ME : route && sampleOf(route.output);
};

const signedIn = (role: Role): Weapp =>
  runWeapp(DIST, { answer, storage: { session: SESSION, standing: JSON.stringify({ scope: PLACE, role }) } });
const signedOut = (): Weapp => runWeapp(DIST, { answer, storage: {} });
const pages = (): string[] => signedOut().pages;
const wears = (opened: Opened, name: string) =>
  nodesOf(opened.root()).some(({ cl }) => String(cl).split(' ').includes(name));
const left: Opened[] = [];
/** Done with a page: hundreds of them kept would outgrow the memory. */
afterEach(() => {
  for (const opened of left.splice(0)) opened.close();
});
const open = async (weapp: Weapp, page: string): Promise<Opened> => {
  const opened = weapp.open(page, PARAMS);
  left.push(opened);
  // On a busy machine an answer may take longer than the quiet that ends a page's work.
  for (let looks = 0; looks < 50; looks += 1) {
    await opened.settled();
    if (!wears(opened, 'skeleton')) break;
  }
  return opened;
};
const AT_ONCE = 4;
/** What is seen on every page, several open at a time: most of the time goes into waiting until a page is at rest. */
const onEveryPage = async <T>(start: () => Weapp, see: (opened: Opened, weapp: Weapp) => T) => {
  const [todo, seen] = [pages(), {} as Record<string, T>];
  const walk = async () => {
    for (let page = todo.shift(); page; page = todo.shift()) {
      const weapp = start();
      const opened = await open(weapp, page);
      seen[page] = see(opened, weapp);
      opened.close();
      left.splice(left.indexOf(opened), 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return seen;
};
const largest = ({ payloads }: Opened) =>
  Math.max(...payloads.map((payload) => Buffer.byteLength(JSON.stringify(payload))));

/** Reads an attribute as the built template would: by the key its placeholder names. */
const reader = () => {
  const keyOf = attributeKeys(readFileSync(join(DIST, 'base.wxml'), 'utf8'));
  return (node: Node | undefined, attribute: string): unknown => node?.[keyOf(String(node.nn), attribute) ?? ''];
};

test('a page is opened with all it asks for', () => {
  const asked = Object.values(PAGES).flatMap((slice) => Object.values(slice).flat() as string[]);
  const given = new Set(Object.keys(PARAMS));
  expect(asked.filter((name) => !name.endsWith('?') && !given.has(name))).toEqual([]);
});

describe('the built mini-program', () => {
  test.each<Role>(['resident', 'worker', 'chair', 'supervisor'])(
    'every page opens with full lists for a %s, inside its budget and without an error, and whatever can be tapped says what it is',
    async (role) => {
      const read = reader();
      const good = { errors: [], bytes: true, nodes: true, loading: false, failed: false, unnamed: [] };
      const seen = await onEveryPage(
        () => signedIn(role),
        (opened, { errors }) => {
          const nodes = nodesOf(opened.root());
          const unnamed = nodes.filter((node) => read(node, 'hover-class') && !read(node, 'aria-role'));
          return {
            errors,
            bytes: largest(opened) <= BYTES,
            nodes: nodes.length <= NODES,
            loading: wears(opened, 'skeleton'),
            failed: wears(opened, 'banner-danger'),
            unnamed: unnamed.map(({ cl }) => cl),
          };
        },
      );
      expect(Object.entries(seen).filter(([, found]) => !isDeepStrictEqual(found, good))).toEqual([]);
      expect(Object.keys(seen).length).toBeGreaterThan(100);
    },
    TIME_MS,
  );

  test('a street of twenty communities with four quarters each is inside its budget too', async () => {
    const { items } = sampleOf(scorecards.listStreetCards.output) as { items: object[] };
    const whole = (asked: Asked) => {
      if (asked.cursor !== undefined || routeOf(asked) !== scorecards.listStreetCards) return answer(asked);
      return { items: items.map((card) => ({ ...card, quarter: asked.path.split('/').at(-1) })) };
    };
    const storage = { session: SESSION, standing: JSON.stringify({ scope: PLACE, role: 'supervisor' }) };
    const opened = await open(runWeapp(DIST, { answer: whole, storage }), 'scorecards/street/index');
    const rows = nodesOf(opened.root()).filter(({ cl }) => String(cl).split(' ').includes('row'));
    expect([rows.length > 20, nodesOf(opened.root()).length <= NODES, largest(opened) <= BYTES]).toEqual(
      Array(3).fill(true),
    );
  });

  test(
    'every page opens for somebody who is not signed in',
    async () => {
      const errors = await onEveryPage(signedOut, (_, weapp) => weapp.errors);
      expect(Object.entries(errors).filter(([, found]) => found.length > 0)).toEqual([]);
    },
    TIME_MS,
  );

  test('roles and names reach WeChat: they are in setData under the key the template reads', async () => {
    const read = reader();
    const nodes = nodesOf((await open(signedIn('resident'), 'tabs/home/index')).root());
    expect(
      read(
        nodes.find((node) => read(node, 'aria-label') === '打给社区'),
        'aria-role',
      ),
    ).toBe('button');
    expect(
      nodes.filter((node) => read(node, 'aria-role') === 'heading').map((node) => read(node, 'aria-level')),
    ).toContain(1);
    expect(nodes.some((node) => read(node, 'aria-live') === 'polite')).toBe(true);
  });

  test('a tap reaches the page: 长辈版 changes it at once', async () => {
    const read = reader();
    const opened = await open(signedIn('resident'), 'tabs/home/index');
    const button = nodesOf(opened.root()).find((node) => String(read(node, 'aria-label')).startsWith('换成长辈版'));
    expect([wears(opened, 'elder'), button === undefined]).toEqual([false, false]);
    opened.tap(button as Node);
    await opened.settled();
    expect(wears(opened, 'elder')).toBe(true);
  });

  test('what is done without a network is kept on the device under its key and said to be 待发送', async () => {
    const read = reader();
    const storage: Record<string, string> = {
      session: SESSION,
      standing: JSON.stringify({ scope: PLACE, role: 'resident' }),
    };
    const gathering = {
      ...(sampleOf(councils.readProposal.output) as object),
      stage: 'gathering',
      state: 'published',
      mine: { author: false, supported: false },
    };
    const weapp = runWeapp(DIST, {
      storage,
      answer: (asked) =>
        asked.method === 'POST' ? OFFLINE : routeOf(asked) === councils.readProposal ? gathering : answer(asked),
    });
    const opened = await open(weapp, 'councils/proposal/index');
    opened.tap(nodesOf(opened.root()).find((node) => String(node.cl).includes('btn-primary')) as Node);
    await opened.settled();
    expect(JSON.parse(storage.queue ?? '[]')).toMatchObject([
      {
        key: expect.stringMatching(/^[\w-]{8,64}$/),
        owner: PERSON,
        state: 'waiting',
        input: { communityId: PLACE, proposalId: PERSON },
      },
    ]);
    expect(wears(opened, 'banner-waiting')).toBe(true);
    expect(
      read(
        nodesOf(opened.root()).find(({ cl }) => String(cl).includes('banner-waiting')),
        'aria-live',
      ),
    ).toBe('polite');
  });

  test('a code scanned without a network is kept with its instant and a proof, and not where the phone was', async () => {
    const read = reader();
    const key = 'ab'.repeat(32);
    const code = 'GZ1.zmza1.x8GP2-lheyEUpxZH2cgZjqIx';
    const [from, to] = [10, 70].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString());
    const { items } = sampleOf(volunteering.listMine.output) as { items: Record<string, object>[] };
    const { inAt: _in, outAt: _out, consent: _consent, service: _service, ...mine } = items[0] ?? {};
    const { cancelled: _cancelled, ...shift } = (mine['shift'] ?? {}) as Record<string, unknown>;
    const day = { items: [{ ...mine, shift: { ...shift, startsAt: from, endsAt: to } }] };
    const storage: Record<string, string> = { session: SESSION, standing: JSON.stringify({ scope: PLACE }) };
    const reads = (asked: Asked) => {
      const route = routeOf(asked);
      if (route === volunteering.listMine) return day;
      if (route === volunteering.readPass) return { key, now: new Date().toISOString(), personId: PERSON };
      return route === volunteering.listFamily ? { items: [] } : answer(asked);
    };
    const weapp = runWeapp(DIST, {
      ...{ storage, scanned: code },
      answer: (asked) => (asked.method === 'POST' ? OFFLINE : reads(asked)),
    });
    const opened = await open(weapp, 'volunteering/my-day/index');
    for (const label of ['扫码签到', '扫一扫']) {
      opened.tap(nodesOf(opened.root()).find((node) => read(node, 'aria-label') === label) as Node);
      await opened.settled();
    }
    const [waiting] = JSON.parse(storage['queue'] ?? '[]') as { input: { later: { scannedAt: string } } }[];
    const { scannedAt } = waiting?.input.later ?? { scannedAt: '' };
    const proof = proofOf(key, { way: 'in', code, scannedAt });
    expect(waiting?.input).toEqual({
      ...{ communityId: PLACE, activityId: PERSON, shiftId: PERSON, code },
      later: { scannedAt, proof },
    });
    expect(Math.abs(Date.now() - Date.parse(scannedAt))).toBeLessThan(60_000);
    expect(weapp.errors).toEqual([]);
  });

  test('WeChat gets no style that only a browser understands', () => {
    expect(readFileSync(join(DIST, 'app.wxss'), 'utf8')).not.toMatch(/:has\(|taro-tabbar|weui-|#ifdef/);
  });
});
