import { randomBytes } from 'node:crypto';
import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { COUNTED, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { readTemplates } from '@gongzhi/shared/kernel/templates';
import { newId } from '@gongzhi/shared/kernel/ids';
import { memberKey } from '../kernel/caller';
import { createOutcomesOf } from '../kernel/deliveries';
import { metered } from '../kernel/meter';
import { putMany } from '../kernel/test-fill';
import { createLedger } from '../kernel/ledger';
import { openidMac, sealOpenid } from '../kernel/wechat/openid';
import { APP, startTestWechat } from '../kernel/wechat/test-wechat';
import { announcementKey } from '../kernel/announcements';
import { subscriptionKey } from '../kernel/reachable';
import { callWechat } from './call-wechat';
import { keepTime } from './keep-time';
import type { Held } from './raise-alarm';
import { hearPush } from './hear-push';
import { sendMessages } from './send-messages';
import type { Sending } from './send-chunk';
import { stageInbox } from './test-inbox';

export const SEND = '/cgi-bin/message/subscribe/send';
const TEMPLATES = {
  notice: { id: 'tmplNotice' },
  vote: { id: 'tmplVote', type: 'long' },
  service: { id: 'tmplService' },
} as const;
const FIELDS = {
  tmplNotice: ['thing1', 'phrase2', 'time3', 'thing4'],
  tmplVote: ['thing1', 'phrase2', 'time3'],
  tmplService: ['thing1', 'time2', 'thing3'],
} as const;
const keyOf = () => randomBytes(32).toString('base64url');

/** Inboxes, and WeChat's stand-in to send to. `through`: what the sender's own client meets. For tests. */
export const stageSending = async (
  endpoint: string,
  { through, timeoutMs = 20_000 }: { through?: (client: DynamoDBDocumentClient) => void; timeoutMs?: number } = {},
) => {
  const stage = stageInbox(endpoint, through);
  const { plain, world, communityId } = stage;
  const wechat = await startTestWechat({
    ...{ sendMs: 0, people: [], quotas: {}, pages: ['notices/inbox/index', 'announcements/announcement/index'] },
    templates: Object.entries(FIELDS).map(([id, fields]) => ({
      ...{ id, fields },
      kind: id === 'tmplVote' ? ('long' as const) : ('once' as const),
    })),
  });
  const [pepper, openidKey] = [keyOf(), keyOf()];
  const said: Error[] = [];
  const held: Held[] = [];
  const { repo, client } = stage;
  const sending: Sending = {
    ...{ repo, pages: repo.pages, sends: repo.sends },
    ledger: createLedger(client, 'ledger'),
    templates: readTemplates(JSON.stringify(TEMPLATES)),
    call: callWechat({
      ...{ wechat: wechat.client({ timeoutMs, now: () => world.now }), client: plain },
      ...{ identityTable: 'identity', openidKey },
    }),
    clock: () => world.now,
    report: (error) => void said.push(error),
    raiseAlarm: (one) => void held.push(one),
    pause: async () => undefined,
  };
  const pass = (ms: number) => void (world.now = new Date(world.now.getTime() + ms));
  /** Members of the community, each with so many accepts of each template that WeChat has counted too. */
  const people = async (count: number, accepts = 1): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => newId(world.now, randomBytes(16)));
    const items: Record<'directory' | 'identity' | 'notices', Record<string, unknown>[]> = {
      directory: [],
      identity: [],
      notices: [],
    };
    for (const id of ids) {
      const openid = `o-${id}`;
      wechat.control.addPerson({ key: id, name: '某位居民', says: '', openid });
      items.directory.push({ ...memberKey(communityId, id), roles: ['resident'], displayName: '某位居民' });
      items.identity.push(
        { pk: id, sk: 'openid', sealed: sealOpenid(openidKey, openid) },
        { pk: `openid#${openidMac(pepper, APP.appid, openid)}`, sk: 'person', personId: id },
      );
      if (accepts === 0) continue;
      items.notices.push({ ...subscriptionKey(id, 'notice'), balance: accepts, v: 1 });
      wechat.control.setBalance(id, 'tmplNotice', accepts);
    }
    for (const [table, some] of Object.entries(items)) await putMany(endpoint, table, some);
    return ids.sort();
  };
  /** An announcement to everybody, published; its id. */
  const announce = async (more: object = {}) => {
    const announcementId = stage.id();
    const item = {
      title: '明天上午停水',
      kind: 'service',
      audience: {},
      at: world.now.toISOString(),
      state: 'published',
    };
    await stage.put('announcements', { ...announcementKey(communityId, announcementId), ...item, version: 1, ...more });
    await stage.bring(stage.event(announcementId, { type: 'announcements.published' }));
    return announcementId;
  };
  const fan = (announcementId: string) => ({ eventId: announcementId, proposalId: announcementId });
  /** Tells everybody in the app. */
  const tell = async (announcementId: string) => {
    while (await stage.step(announcementId, announcementId));
  };
  /** Hands the sending, as it stands, to the stream's function. */
  const send = async (sendId: string): Promise<boolean> => {
    const item = await repo.sends.job(sendId);
    if (!item) throw new Error('nothing is sent');
    const { batchItemFailures } = await sendMessages(sending)({ Records: [stage.record({ ...item })] });
    return batchItemFailures.length === 0;
  };
  /** Sends until it is over, whatever it waits for; `also` passes between. */
  const sendAll = async (sendId: string, also = 0) => {
    for (let runs = 0; runs < 60; runs += 1) {
      await send(sendId);
      const { state, wake } = (await repo.sends.job(sendId)) ?? {};
      if (state === 'over' || state === 'stopped') return;
      pass(also || (wake ? Math.max(1_000, Date.parse(wake) - world.now.getTime()) : 1_000));
    }
    throw new Error(`never over: ${said.map(String).slice(0, 2).join()}`);
  };
  const job = async (sendId: string) => {
    const found = await repo.sends.job(sendId);
    if (!found) throw new Error('nothing is sent');
    return found;
  };
  const outcomesOf = createOutcomesOf(plain, 'notices');
  const outcomes = async (sendId: string): Promise<Map<string, Outcome>> => {
    const all = new Map<string, Outcome>();
    let from: string | undefined;
    do {
      const { people: some, next } = await outcomesOf({ sendId, noticeId: sendId }, from);
      for (const { id, outcome } of some) {
        if (all.has(id)) throw new Error('twice in one notice');
        all.set(id, outcome);
      }
      from = next;
    } while (from);
    return all;
  };
  /** How many have each outcome, counted one by one. */
  const tally = async (noticeId: string) => {
    const found = [...(await outcomes(noticeId)).values()];
    return Object.fromEntries(
      ['waiting' as const, ...COUNTED].map((name) => [name, found.filter((one) => one === name).length]),
    );
  };
  const balance = async (id: string, kind: 'notice' | 'vote' | 'service' = 'notice') =>
    (await repo.subscriptions.read({ personId: id, kind })).balance;
  /** How often each was sent to, by WeChat's own count. */
  const received = () => {
    const counts = new Map<string, number>();
    for (const { openid } of wechat.control.sent()) counts.set(openid.slice(2), (counts.get(openid.slice(2)) ?? 0) + 1);
    return counts;
  };
  const personOf = async (mac: string) => {
    const Key = { pk: `openid#${mac}`, sk: 'person' };
    const { Item } = await plain.send(new GetCommand({ TableName: 'identity', Key }));
    return Item?.['personId'] as string | undefined;
  };
  /** What WeChat pushes of one person, as it was opened. */
  const push = (
    openid: string,
    kind: 'popup' | 'change' | 'sent',
    item: { SubscribeStatusString?: string; ErrorCode?: number },
    template = 'tmplNotice',
  ) =>
    hearPush({
      ...{ repo, pages: repo.pages, sends: repo.sends, templates: sending.templates, clock: () => world.now },
      personOf,
      ...{ appid: APP.appid, pepper, pause: async () => undefined },
    })({
      event: 'subscriptions',
      at: String(world.now.getTime() / 1000),
      kind,
      openid,
      items: [{ TemplateId: template, ...item }],
    });
  const tick = () => keepTime(sending)();
  const stop = async () => {
    stage.close();
    await wechat.stop();
  };
  return {
    ...{ stage, wechat, sending, repo, world, said, held, communityId, metered, fan },
    ...{ pass, people, announce, tell, send, sendAll, job, outcomes, tally, balance, received, push, tick, stop },
  };
};
export type SendingStage = Awaited<ReturnType<typeof stageSending>>;
