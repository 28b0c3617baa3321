import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { testAccess, testFaults, testRefusals, testRepeats, type Act, type Case } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { withoutFiles } from './test-files';
import { content, stageAnnouncing, TABLES, words, type Announcing } from './test-announcing';

/** Every refusal every route declares, through the front door, and every command asked twice, at once and under faults. */
type C = typeof announcements;
let engine: TestTables;
let stage: Announcing;
const who: Record<string, string> = {};
const faults = createFaults();
let list = '';
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageAnnouncing(engine.endpoint, faults.through);
  const home = await stage.household('101');
  Object.assign(who, {
    author: await stage.person(['worker']),
    other: await stage.person(['worker']),
    resident: await stage.person(),
    homeless: await stage.person(['buildingHead']),
    told: await stage.member({ home }),
  });
  const sent = await stage.submitted(who['author']!, { audience: { people: [who['told']!] } });
  list = sent.announcementId;
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
const nobody = () => ({ announcementId: stage.id(), revision: 1 });
const draft = () => stage.drafted(who['author']!, { audience: {} });
const waiting = async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!, { audience: {} });
  return { announcementId, revision };
};
const out = async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!);
  return { announcementId, revision };
};
const stale = async (of: () => Promise<{ announcementId: string }>) => ({ ...(await of()), revision: 99 });
const risky = async <T>(of: () => Promise<T>): Promise<T> => {
  const made = await of();
  stage.world.check = { suggest: 'risky', label: 20002 };
  return made;
};
let rooms = 200;
/** A row of the list, free. */
const row = async () => {
  rooms += 1;
  const home = await stage.household(String(rooms));
  const ids = { communityId: stage.communityId, announcementId: list };
  await stage.repo.rows.put(ids, { ...home, needs: [], people: [], bands: [] }, stage.world.now);
  await stage.repo.rows.open(ids, { urgent: false, rows: 1 });
  return { announcementId: list, row: `13#11#3${rooms}` };
};
const taken = async () => {
  const one = await row();
  await stage.call('takeRow', one, { as: who['other']! });
  return one;
};
const is = (name: string) => () => who[name]!;
const reason = { reason: '写错了' };
const correction = { words: words({ title: '周四停水' }), note: '日期' };
const settled = { outcome: 'phone' };
const noRow = async () => ({ announcementId: list, row: '13#11#3999' });

const CASES: Case<C>[] = [
  ['saveDraft', 'NOT_FOUND', 'nowhere', is('author'), async () => ({ ...nobody(), content: content() })],
  ['saveDraft', 'NOT_YOURS', 'another’s', is('other'), async () => ({ ...(await draft()), content: content() })],
  ['saveDraft', 'STALE', 'an old state', is('author'), async () => ({ ...(await stale(draft)), content: content() })],
  ['saveDraft', 'ANNOUNCEMENT_OUT', 'it is out', is('author'), async () => ({ ...(await out()), content: content() })],
  ['submitAnnouncement', 'NOT_FOUND', 'nowhere', is('author'), async () => nobody()],
  ['submitAnnouncement', 'NOT_YOURS', 'another’s', is('other'), draft],
  ['submitAnnouncement', 'STALE', 'an old state', is('author'), () => stale(draft)],
  ['submitAnnouncement', 'ANNOUNCEMENT_OUT', 'it waits', is('author'), waiting],
  ['submitAnnouncement', 'TEXT_RISKY', 'a risky text', is('author'), () => risky(draft)],
  [
    ...(['submitAnnouncement', 'PUBLISH_TIME', 'yesterday', is('author')] as const),
    async () => ({ ...(await draft()), publishAt: '2026-11-26T02:00:00.000Z' }),
  ],
  [
    ...(['submitAnnouncement', 'OVERRIDE_URGENT', 'at night, and not urgent', is('author')] as const),
    async () => ({ ...(await draft()), override: '急' }),
  ],
  ['approveAnnouncement', 'NOT_FOUND', 'nowhere', is('other'), async () => nobody()],
  ['approveAnnouncement', 'STALE', 'an old state', is('other'), () => stale(waiting)],
  ['approveAnnouncement', 'OWN_ANNOUNCEMENT', 'the own', is('author'), waiting],
  ['approveAnnouncement', 'NOTHING_WAITS', 'a draft', is('other'), draft],
  ['sendBack', 'NOT_FOUND', 'nowhere', is('other'), async () => ({ ...nobody(), ...reason })],
  ['sendBack', 'STALE', 'an old state', is('other'), async () => ({ ...(await stale(waiting)), ...reason })],
  ['sendBack', 'OWN_ANNOUNCEMENT', 'the own', is('author'), async () => ({ ...(await waiting()), ...reason })],
  ['sendBack', 'NOTHING_WAITS', 'a draft', is('other'), async () => ({ ...(await draft()), ...reason })],
  ['takeBack', 'NOT_FOUND', 'nowhere', is('author'), async () => nobody()],
  ['takeBack', 'STALE', 'an old state', is('author'), () => stale(waiting)],
  ['takeBack', 'NOTHING_WAITS', 'it is out', is('author'), out],
  ['correctAnnouncement', 'NOT_FOUND', 'nowhere', is('other'), async () => ({ ...nobody(), ...correction })],
  ['correctAnnouncement', 'STALE', 'old', is('other'), async () => ({ ...(await stale(out)), ...correction })],
  ['correctAnnouncement', 'NOT_OUT', 'a draft', is('other'), async () => ({ ...(await draft()), ...correction })],
  ['correctAnnouncement', 'TEXT_RISKY', 'risky', is('other'), async () => ({ ...(await risky(out)), ...correction })],
  [
    ...(['correctAnnouncement', 'NOTHING_CHANGED', 'the same text', is('other')] as const),
    async () => ({ ...(await out()), words: words(), note: '日期' }),
  ],
  [
    ...(['correctAnnouncement', 'TIME_OVER', 'to yesterday', is('other')] as const),
    async () => ({ ...(await out()), words: words({ when: '2026-11-26T02:00:00.000Z' }), note: '日期' }),
  ],
  ['withdrawAnnouncement', 'NOT_FOUND', 'nowhere', is('other'), async () => ({ ...nobody(), ...reason })],
  ['withdrawAnnouncement', 'STALE', 'old', is('other'), async () => ({ ...(await stale(out)), ...reason })],
  ['withdrawAnnouncement', 'NOT_OUT', 'a draft', is('other'), async () => ({ ...(await draft()), ...reason })],
  ['withdrawAnnouncement', 'TEXT_RISKY', 'risky', is('other'), async () => ({ ...(await risky(out)), ...reason })],
  ['readDraft', 'NOT_FOUND', 'nowhere', is('author'), async () => ({ announcementId: stage.id() })],
  ['estimateAudience', 'NOT_FOUND', 'nowhere', is('author'), async () => ({ announcementId: stage.id() })],
  [
    ...(['estimateAudience', 'NOT_COUNTED', 'before a census', is('author')] as const),
    async () => ({ announcementId: (await draft()).announcementId }),
  ],
  [
    ...(['readAnnouncement', 'NOT_FOUND', 'a draft', is('resident')] as const),
    async () => ({ announcementId: (await draft()).announcementId }),
  ],
  ['readBoard', 'NOT_FOUND', 'a community that is not open', is('resident'), async () => ({})],
  ['printBoard', 'NOT_FOUND', 'a community that is not open', is('resident'), async () => ({})],
  ['listRows', 'NOT_FOUND', 'without a list', is('other'), async () => ({ announcementId: stage.id() })],
  ['listRows', 'NO_HOME', 'a 楼组长 without a home', is('homeless'), async () => ({ announcementId: list })],
  ['takeRow', 'NOT_FOUND', 'a row that is off', is('author'), noRow],
  ['takeRow', 'NO_HOME', 'a 楼组长 without a home', is('homeless'), row],
  ['takeRow', 'ROW_TAKEN', 'another has it', is('author'), taken],
  ['settleRow', 'NOT_FOUND', 'a row that is off', is('author'), async () => ({ ...(await noRow()), ...settled })],
  ['settleRow', 'NO_HOME', 'without a home', is('homeless'), async () => ({ ...(await row()), ...settled })],
  ['settleRow', 'ROW_TAKEN', 'another has it', is('author'), async () => ({ ...(await taken()), ...settled })],
];
testRefusals<C>(withoutFiles(announcements), () => stage as never, CASES);

const one = () => ({ announcementId: stage.id() });
const MORE: Record<string, () => object> = {
  saveDraft: () => ({ content: content() }),
  sendBack: () => reason,
  withdrawAnnouncement: () => reason,
  correctAnnouncement: () => correction,
  takeRow: () => ({ row: '13#11#3101' }),
  settleRow: () => ({ row: '13#11#3101', ...settled }),
};
const PLAIN = ['listAll', 'listWaiting', 'openCensus', 'listCallLists', 'saveDraft'];
const SEEN = /^(submit|approve|correct|withdraw)Announcement$|^(sendBack|takeBack)$/;
testAccess<C>(
  announcements,
  () => stage as never,
  (name) => ({
    ...(PLAIN.includes(name) ? {} : one()),
    ...(SEEN.test(name) ? { revision: 1 } : {}),
    ...MORE[name]?.(),
  }),
);

/** The census is its own record: what is begun twice is one, and no event tells of it. */
const { openCensus: _, ...told } = withoutFiles(announcements);
const other = { revision: 7 };
const ACTS: Act<C>[] = [
  { name: 'saveDraft', as: is('author'), input: async () => ({ content: content() }), other: { revision: 1 } },
  { name: 'submitAnnouncement', as: is('author'), input: draft, other },
  { name: 'approveAnnouncement', as: is('other'), input: waiting, other },
  { name: 'sendBack', as: is('other'), input: async () => ({ ...(await waiting()), ...reason }), other },
  { name: 'takeBack', as: is('author'), input: waiting, other },
  { name: 'correctAnnouncement', as: is('other'), input: async () => ({ ...(await out()), ...correction }), other },
  { name: 'withdrawAnnouncement', as: is('other'), input: async () => ({ ...(await out()), ...reason }), other },
  { name: 'takeRow', as: is('other'), input: row, other: { row: '13#11#3998' } },
  {
    name: 'settleRow',
    as: is('other'),
    input: async () => ({ ...(await row()), ...settled }),
    other: { outcome: 'door' },
  },
];
testRepeats<C>(told as unknown as C, () => stage as never, ACTS);
testFaults<C>(() => stage as never, faults, ACTS);
