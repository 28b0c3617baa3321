import { BatchWriteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { askedPk } from '../kernel/asked';
import { memberKey } from '../kernel/caller';
import { invitedPk } from '../kernel/invited';
import { headKey, placesPk } from '../kernel/shifts';
import { tellFollowers } from './tell-followers';
import { BY_ROLE, stageInbox, type Stage } from './test-inbox';

const OWNERS = '310106000009';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  const service = ['volunteering', 'wishes', 'calls', 'answers'];
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', ...service]);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageInbox(engine.endpoint);
});
afterEach(() => stage.close());

/** How many notices each of these people has. */
const inboxes = async (people: readonly string[]): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (let from = 0; from < people.length; from += 50) {
    const some = await Promise.all(
      people.slice(from, from + 50).map(async (one) => {
        const { Count = 0 } = await stage.plain.send(
          new QueryCommand({
            TableName: 'notices',
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': `${one}#inbox` },
            Select: 'COUNT',
          }),
        );
        return Count;
      }),
    );
    for (const count of some) counts[count] = (counts[count] ?? 0) + 1;
  }
  return counts;
};

test('author and supporters are told once, however often the event comes; whoever did it is not', async () => {
  const { proposalId, people } = await stage.matter(7);
  const event = stage.event(proposalId, { actor: people[3] });
  await stage.bring(event);
  await stage.flow(event.id, proposalId);
  await stage.bring(event);
  await stage.flow(event.id, proposalId);
  expect(await inboxes(people)).toEqual({ 0: 1, 1: 6 });
  expect(await inboxes([people[3]!])).toEqual({ 0: 1 });
  await stage.bring(stage.event(proposalId, { type: 'councils.point-added' }));
  await stage.bring(stage.event(stage.id()));
  await stage.bring('no event');
  expect(await inboxes(people)).toEqual({ 0: 1, 1: 6 });
});

test('those whom a meeting invites by their role are told besides the followers, once', async () => {
  const { proposalId, people } = await stage.matter(3);
  const member = async (roles: string[], sk = stage.id()) => {
    await stage.put('directory', { ...memberKey(stage.communityId, sk), roles, displayName: '某位居民' });
    return sk;
  };
  const invited = [await member(['councilMember']), await member(['chair']), await member(['chair'], people[1])];
  const others = [await member(['resident']), await member(['worker'])];
  const data = { proposalIds: proposalId, roles: 'councilMember,chair', meetingId: stage.id() };
  for (const type of ['meetings.meeting-called', 'meetings.meeting-changed', 'meetings.meeting-cancelled']) {
    const event = stage.event(stage.id(), { type, data });
    for (let times = 0; times < 2; times += 1) {
      await stage.bring(event);
      for (const whom of [proposalId, BY_ROLE]) await stage.flow(event.id, whom);
    }
  }
  expect(await inboxes([...new Set([...people, ...invited])])).toEqual({ 3: 5 });
  expect(await inboxes(others)).toEqual({ 0: 2 });
});

test('whoever may cast is told of a vote, and every owner of a notice the law asks for, a hundred a run', async () => {
  const { proposalId } = await stage.matter(1);
  const owners = Array.from({ length: 210 }, stage.id);
  for (let from = 0; from < owners.length; from += 25) {
    const puts = owners.slice(from, from + 25).map((one) => ({
      PutRequest: { Item: { ...memberKey(OWNERS, one), roles: ['owner'], displayName: '某位业主' } },
    }));
    await stage.plain.send(new BatchWriteCommand({ RequestItems: { directory: puts } }));
  }
  await stage.put('councils', { pk: `${OWNERS}#proposals`, sk: proposalId, title: '换物业', authorId: stage.id() });
  for (const [type, data] of [
    ['procedures.notice-published', { gateId: 'notice', entitled: 'owner' }],
    ['votes.vote-opened', { voteId: stage.id(), unit: 'owner' }],
  ] as const) {
    const event = stage.event(proposalId, { type, scope: OWNERS, data });
    await stage.bring(event);
    expect(await stage.flow(event.id, BY_ROLE)).toBe(3);
  }
  expect(await inboxes(owners)).toEqual({ 2: 210 });
});

test('450 followers are told in runs of a hundred, and no run holds or writes more', async () => {
  const { proposalId, people } = await stage.matter(450);
  let puts = 0;
  stage.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'PutItemCommand') puts += 1;
      return next(args);
    },
    { step: 'initialize', name: 'puts' },
  );
  const event = stage.event(proposalId);
  await stage.bring(event);
  const perRun: number[] = [];
  for (puts = 0; await stage.step(event.id, proposalId); puts = 0) perRun.push(puts);
  expect(perRun.length).toBeGreaterThanOrEqual(5);
  expect(perRun.length).toBeLessThanOrEqual(6);
  // a hundred notices, and whom they are sent to over WeChat, twenty an item
  expect(Math.max(...perRun)).toBe(100 + 5);
  expect(await inboxes(people)).toEqual({ 1: 450 });
});

test('killed anywhere in the middle and delivered again, nobody is left out and nobody is told twice, not even of what was read', async () => {
  let left = 137;
  const dying = (client: DynamoDBDocumentClient) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'PutItemCommand' && (left -= 1) === 0) throw new Error('killed');
        return next(args);
      },
      { step: 'initialize', name: 'dying' },
    );
  const doomed = stageInbox(engine.endpoint, dying as never);
  const { proposalId, people } = await doomed.matter(250);
  const event = doomed.event(proposalId);
  await doomed.bring(event);
  await expect(doomed.flow(event.id, proposalId)).rejects.toThrow('delivered again');
  const told = await inboxes(people);
  expect(told[1]).toBeGreaterThan(100);
  expect(told[0]).toBeGreaterThan(100);
  // somebody of the page that was broken off: the next delivery tells them again
  const page = [...people].sort().slice(100, 200);
  const counts = await Promise.all(page.map(async (one) => [one, (await inboxes([one]))[1] ?? 0] as const));
  const [first = ''] = counts.find(([, count]) => count === 1) ?? [];
  await doomed.put('identity', { pk: first, sk: 'person', validFrom: 0, consents: { privacy: '1' } });
  expect((await doomed.call('markRead', { noticeId: event.id }, first)).status).toBe(200);
  await doomed.flow(event.id, proposalId);
  expect(await inboxes(people)).toEqual({ 1: 250 });
  expect((await doomed.call('countUnread', {}, first)).body).toEqual({ unread: 0 });
  doomed.close();
});

test('killed after the telling and before the job moved on: the page is told again to no effect', async () => {
  const { proposalId, people } = await stage.matter(120);
  const event = stage.event(proposalId);
  await stage.bring(event);
  const before = await stage.job(event.id, proposalId);
  await stage.step(event.id, proposalId);
  const again = await tellFollowers(stage.telling)({ Records: [stage.record({ ...before })] });
  expect(again.batchItemFailures).toEqual([]);
  expect((await stage.job(event.id, proposalId))?.told).toBe(1);
  await stage.flow(event.id, proposalId);
  expect(await inboxes(people)).toEqual({ 1: 120 });
});

test('one job that fails is delivered again from there, and those before it are not', async () => {
  const { proposalId, people } = await stage.matter(2);
  const [fine, bad] = [stage.event(proposalId), stage.event(proposalId)];
  await stage.bring(fine);
  await stage.bring(bad);
  const jobs = [await stage.job(fine.id, proposalId), await stage.job(bad.id, proposalId)];
  let asked = 0;
  const followersOf: Stage['telling']['followersOf'] = (...of) => {
    asked += 1;
    return asked === 2 ? Promise.reject(new Error('table away')) : stage.telling.followersOf(...of);
  };
  const records = jobs.map((job, i) => stage.record({ ...job }, String(i + 1)));
  const answer = await tellFollowers({ ...stage.telling, followersOf })({ Records: records });
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '2' }]);
  expect(await inboxes(people)).toEqual({ 1: 2 });
});

test('whoever is to do a task is told of it besides the followers; a notice in the stream starts nothing', async () => {
  const { proposalId, people } = await stage.matter(3);
  const ownerId = await stage.person();
  const event = stage.event(proposalId, { type: 'resolutions.task-added', data: { ownerId } });
  await stage.bring(event);
  await stage.flow(event.id, proposalId);
  expect(await inboxes([...people, ownerId])).toEqual({ 1: 4 });
  const notice = stage.record({ pk: `${ownerId}#inbox`, sk: event.id, type: 'x' });
  const gone = { eventName: 'REMOVE' as const, dynamodb: { SequenceNumber: '2' } };
  expect((await tellFollowers(stage.telling)({ Records: [notice, gone] })).batchItemFailures).toEqual([]);
});

test('a meeting tells those of each matter it names, and somebody who follows two of them is told once', async () => {
  const [a, b] = [await stage.matter(2), await stage.matter(2)];
  const both = a.people[0]!;
  await stage.put('councils', { pk: `${stage.communityId}#p#${b.proposalId}`, sk: `support#${both}` });
  const event = stage.event(stage.id(), {
    type: 'meetings.meeting-called',
    data: { proposalIds: `${a.proposalId},${b.proposalId}` },
  });
  await stage.bring(event);
  for (const { proposalId } of [a, b]) await stage.flow(event.id, proposalId);
  expect(await inboxes([...a.people, ...b.people])).toEqual({ 1: 4 });
});

test.each([
  ['the matter that closes', 'councils.matters-merged', (other: string) => ({ from: 'own', into: other })],
  ['the matter that goes on', 'councils.matters-merged', (other: string) => ({ from: other, into: 'own', moved: 2 })],
  ['a matter that is split', 'councils.matter-split', (other: string) => ({ first: other, second: 'own' })],
])('followers of %s are told, and nobody else’s: %s', async (_, type, naming) => {
  const [own, other] = [await stage.matter(3), await stage.matter(2)];
  const data = Object.fromEntries(
    Object.entries(naming(other.proposalId)).map(([name, value]) => [name, value === 'own' ? own.proposalId : value]),
  );
  const event = stage.event(own.proposalId, { type, data, actor: stage.id() });
  await stage.bring(event);
  expect(await stage.job(event.id, other.proposalId)).toBeUndefined();
  await stage.flow(event.id, own.proposalId);
  expect(await inboxes(own.people)).toEqual({ 1: 3 });
  expect(await inboxes(other.people)).toEqual({ 0: 2 });
  const { items } = await stage.repo.inbox.list(own.people[1]!, undefined);
  expect(items).toMatchObject([{ type, proposalId: own.proposalId, title: '加装扶手', data }]);
});

describe('what concerns somebody alone', () => {
  test.each([
    ['an answer about their hours', 'hours.case-answered', 'volunteerId', '志愿时长'],
    ['a certificate that is revoked', 'hours.certificate-revoked', 'volunteerId', '志愿服务证明'],
    ['an exchange handed over', 'exchange.order-handed', 'personId', '积分兑换'],
    ['an exchange cancelled', 'exchange.order-cancelled', 'personId', '积分兑换'],
  ])('is told to them once, and to nobody when they did it themselves: %s', async (_, type, name, title) => {
    const [me, worker] = [stage.id(), stage.id()];
    const data = { [name]: me, caseId: 'x-1' };
    const event = stage.event(`hours/${me}`, { type, data, actor: worker });
    for (let times = 0; times < 2; times += 1) {
      await stage.bring(event);
      await stage.flow(event.id, event.id);
    }
    const own = stage.event(`hours/${me}`, { type, data, actor: me });
    await stage.bring(own);
    await stage.flow(own.id, own.id);
    const { items } = await stage.repo.inbox.list(me, undefined);
    expect(items).toMatchObject([{ type, title, data: { caseId: 'x-1' } }]);
    expect([items.length, JSON.stringify(items[0]?.data).includes(me)]).toEqual([1, false]);
    expect(await inboxes([worker])).toEqual({ 0: 1 });
  });

  test('a class of fifty is told of its certificates in one run; where nobody is named nothing is begun', async () => {
    const people = Array.from({ length: 50 }, () => stage.id());
    const issued = (data: Record<string, string | number>) =>
      stage.event(stage.id(), { type: 'hours.certificates-issued', data, actor: stage.id() });
    const event = issued({ issued: 50, volunteerIds: people.join(',') });
    await stage.bring(event);
    expect(await stage.flow(event.id, event.id)).toBe(1);
    expect(await inboxes(people)).toEqual({ 1: 50 });
    const nameless = issued({ issued: 50 });
    await stage.bring(nameless);
    expect(await stage.job(nameless.id, nameless.id)).toBeUndefined();
  });

  test('thanks come to whom they are for, and a no to whoever wrote them', async () => {
    const [to, author] = [stage.id(), stage.id()];
    const said = async (type: string, data: Record<string, string | boolean>, actor: string) => {
      const event = stage.event(`thanks/${to}`, { type, data, actor });
      await stage.bring(event);
      if (await stage.job(event.id, event.id)) await stage.flow(event.id, event.id);
    };
    await said('exchange.thanks-given', { waiting: true }, author);
    expect(await inboxes([to, author])).toEqual({ 0: 2 });
    await said('exchange.thanks-decided', { publish: false, authorId: author }, stage.id());
    expect([await inboxes([to]), await inboxes([author])]).toEqual([{ 0: 1 }, { 1: 1 }]);
    await said('exchange.thanks-given', { waiting: false }, author);
    await said('exchange.thanks-decided', { publish: true, authorId: author }, stage.id());
    expect([await inboxes([to]), await inboxes([author])]).toEqual([{ 2: 1 }, { 1: 1 }]);
  });
});

describe('volunteers', () => {
  /** An activity with a shift so many have a place in or wait for, and one who withdrew. */
  const activity = async (comers: number) => {
    const [activityId, shiftId, gone] = [stage.id(), stage.id(), stage.id()];
    const people = Array.from({ length: comers }, () => stage.id());
    const at = { pk: `${stage.communityId}#s#${shiftId}` };
    await stage.put('volunteering', { pk: `${stage.communityId}#activities`, sk: activityId, title: '清扫楼道' });
    for (const [i, sk] of people.entries())
      await stage.put('volunteering', { ...at, sk, place: i % 2 === 0 ? 'taken' : 'waiting' });
    await stage.put('volunteering', { ...at, sk: gone, place: 'withdrawn' });
    return { activityId, shiftId, gone, people };
  };
  const off = (type: string, activityId: string, data: Record<string, string | boolean>) =>
    stage.event(activityId, { type, data, actor: stage.id() });

  test('of a shift are told a page at a time, waiting or not, and whoever withdrew is not', async () => {
    const { activityId, shiftId, gone, people } = await activity(130);
    const event = off('volunteering.shift-cancelled', activityId, { shiftId, startsAt: '2026-11-28T01:00:00.000Z' });
    await stage.bring(event);
    await stage.bring(event);
    expect(await stage.flow(event.id, { proposalId: activityId, shiftId })).toBe(2);
    expect(await inboxes(people)).toEqual({ 1: 130 });
    expect(await inboxes([gone])).toEqual({ 0: 1 });
    const { items } = await stage.repo.inbox.list(people[0]!, undefined);
    expect(items).toMatchObject([{ title: '清扫楼道', proposalId: activityId, data: { shiftId } }]);
  });

  test('who are named are told alone, and of two shifts each is told once', async () => {
    const { activityId, shiftId, people } = await activity(3);
    const moved = off('volunteering.moved-up', activityId, { shiftId, volunteerId: people[1]! });
    await stage.bring(moved);
    await stage.flow(moved.id, activityId);
    expect(await inboxes(people)).toEqual({ 0: 2, 1: 1 });
    const cancelled = off('volunteering.activity-cancelled', activityId, { shiftIds: `${shiftId},${stage.id()}` });
    await stage.bring(cancelled);
    await stage.flow(cancelled.id, { proposalId: activityId, shiftId });
    expect(await inboxes(people)).toEqual({ 1: 2, 2: 1 });
  });

  test('of a wish whom its event names is told, with its title and without anybody else’s id', async () => {
    const [wishId, wisher, claimer] = [stage.id(), stage.id(), stage.id()];
    await stage.put('wishes', { pk: `${stage.communityId}#activities`, sk: wishId, title: '修水龙头' });
    const claimed = off('wishes.claimed', wishId, { toldId: wisher });
    for (const event of [claimed, claimed, off('wishes.withdrawn', wishId, {}), off('wishes.made', wishId, {})])
      await stage.bring(event);
    await stage.flow(claimed.id, wishId);
    expect(await inboxes([wisher, claimer])).toEqual({ 0: 1, 1: 1 });
    const { items } = await stage.repo.inbox.list(wisher, undefined);
    expect(items).toMatchObject([{ type: 'wishes.claimed', title: '修水龙头', proposalId: wishId, data: {} }]);
    expect(JSON.stringify(items)).not.toContain('toldId');
  });

  test('are told of nothing when the activity is not there', async () => {
    const event = off('volunteering.shift-cancelled', stage.id(), { shiftId: stage.id() });
    await stage.bring(event);
    expect(await stage.job(event.id, event.subject)).toBeUndefined();
  });
});

test('everybody who was asked is told of an urgent call once all were, and only those coming that it is off or over', async () => {
  const callId = stage.id();
  const people = Array.from({ length: 230 }, stage.id);
  await stage.put('calls', { ...headKey(stage.communityId, callId), title: '搬沙袋', organiserId: stage.id() });
  for (let from = 0; from < people.length; from += 25) {
    const puts = people.slice(from, from + 25).map((one) => ({
      PutRequest: { Item: { pk: askedPk(stage.communityId, callId), sk: one } },
    }));
    await stage.plain.send(new BatchWriteCommand({ RequestItems: { calls: puts } }));
  }
  const [coming, left] = [people.slice(0, 3), people.slice(3, 5)];
  for (const sk of coming) await stage.put('calls', { pk: placesPk(stage.communityId, callId), sk, place: 'taken' });
  for (const sk of left) await stage.put('calls', { pk: placesPk(stage.communityId, callId), sk, place: 'withdrawn' });
  const tell = async (type: string, data: Record<string, string | number>) => {
    const event = stage.event(callId, { type, data });
    for (let times = 0; times < 2; times += 1) {
      await stage.bring(event);
      await stage.flow(event.id, callId);
    }
  };
  await tell('calls.members-asked', { asked: people.length });
  expect(await inboxes(people)).toEqual({ 1: 230 });
  await tell('calls.call-ended', { shiftId: callId });
  expect([await inboxes(coming), await inboxes(people)]).toEqual([{ 2: 3 }, { 1: 227, 2: 3 }]);
  // opening it tells nobody yet, and what nobody knows of is told to nobody
  await tell('calls.call-opened', { needed: 3 });
  const nothing = stage.event(stage.id(), { type: 'calls.members-asked', data: { asked: 1 } });
  await stage.bring(nothing);
  expect(await stage.job(nothing.id, nothing.subject)).toBeUndefined();
  expect(await inboxes(people)).toEqual({ 1: 227, 2: 3 });
});

test('those invited to say how satisfied they are are told without anybody being named; the reminder goes to whoever has not answered', async () => {
  const [communityId, roundId] = [stage.communityId, stage.id()];
  const people = Array.from({ length: 130 }, () => stage.id());
  const marks = people.map((person, i) => ({
    ...{ pk: invitedPk(communityId, roundId), sk: `unit${String(i).padStart(3, '0')}#household` },
    ...{ wave: i < 120 ? 'household' : 'other', people: [person], ...(i < 30 ? { sealed: 'x' } : {}) },
  }));
  for (let from = 0; from < marks.length; from += 25) {
    const puts = marks.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await stage.plain.send(new BatchWriteCommand({ RequestItems: { answers: puts } }));
  }
  const tell = async (type: string, data: Record<string, string>) => {
    const event = stage.event(roundId, { type: `satisfaction.${type}`, data: { roundId, ...data } });
    expect(people.filter((one) => JSON.stringify(event).includes(one))).toEqual([]);
    await stage.bring(event);
    await stage.flow(event.id, roundId);
  };
  await tell('invited', { wave: 'household' });
  expect(await inboxes(people)).toEqual({ 0: 10, 1: 120 });
  await tell('reminded', {});
  expect(await inboxes(people)).toEqual({ 1: 40, 2: 90 });
  // of one wave only those of it
  await tell('reminded', { wave: 'other' });
  expect(await inboxes(people)).toEqual({ 1: 30, 2: 100 });
});
