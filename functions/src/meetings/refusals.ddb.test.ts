import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { MATTERS, stageMeeting, type Name, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
let member: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair', 'worker');
  member = await stage.person('resident', 'councilMember');
});
afterEach(() => stage.close());

/** Brings a meeting of two to each state it can be in. */
const BRING = {
  called: () => stage.callOne(chair),
  gathering: async () => {
    await BRING.called();
    await stage.call('openDoors', {}, { as: chair });
  },
  open: async () => {
    await stage.openOne(chair, [chair, member]);
    await stage.call('closeItem', {}, { as: chair });
  },
  floor: () => stage.openOne(chair, [chair, member]),
  ended: async () => {
    await BRING.open();
    await stage.call('endMeeting', {}, { as: chair });
  },
  cancelled: async () => {
    await BRING.called();
    await stage.call('cancelMeeting', { reason: '下雨' }, { as: chair });
  },
} as const;
type State = keyof typeof BRING;
const STATES = Object.keys(BRING) as State[];

const plan = () => ({ ...stage.PLAN, startsAt: new Date(stage.world.now.getTime() + 20 * MINUTE).toISOString() });
const INPUTS: Partial<Record<Name, () => Record<string, unknown>>> = {
  changeMeeting: plan,
  cancelMeeting: () => ({ reason: '下雨' }),
  arrive: () => ({ code: stage.code().text }),
  registerArrival: () => ({ name: '张奶奶', expected: false }),
  registerDeparture: () => ({ personId: member }),
  openItem: () => ({ n: 2 }),
  askToSpeak: () => ({ side: 'for' }),
  putQuestion: () => ({ text: '是否同意' }),
  raiseHand: () => ({ n: 1, choice: 'for' }),
  closeQuestion: () => ({ n: 1 }),
};

/** What each command hears in each state: called, gathering, open with nothing on the floor, an item on the floor, ended, cancelled. */
const OVER = 'MEETING_OVER';
const SHUT = 'MEETING_NOT_OPEN';
const HEARD: readonly [Name, ...string[]][] = [
  ['changeMeeting', 'ok', 'MEETING_ON', 'MEETING_ON', 'MEETING_ON', OVER, OVER],
  ['cancelMeeting', 'ok', 'ok', 'MEETING_ON', 'MEETING_ON', OVER, OVER],
  ['openDoors', 'ok', 'MEETING_ON', 'MEETING_ON', 'MEETING_ON', OVER, OVER],
  ['readCode', 'DOORS_SHUT', 'ok', 'ok', 'ok', OVER, OVER],
  ['arrive', 'DOORS_SHUT', 'ok', 'ALREADY_DONE', 'ALREADY_DONE', OVER, OVER],
  ['leave', 'DOORS_SHUT', 'NOT_PRESENT', 'ok', 'ok', OVER, OVER],
  ['registerArrival', 'DOORS_SHUT', 'ok', 'ok', 'ok', OVER, OVER],
  ['registerDeparture', 'DOORS_SHUT', 'NOT_PRESENT', 'ok', 'ok', OVER, OVER],
  ['startMeeting', 'DOORS_SHUT', 'NO_QUORUM', 'MEETING_ON', 'MEETING_ON', OVER, OVER],
  ['openItem', SHUT, SHUT, 'ok', 'ITEM_OPEN', OVER, OVER],
  ['closeItem', SHUT, SHUT, 'NO_ITEM', 'ok', OVER, OVER],
  ['askToSpeak', SHUT, SHUT, 'NO_ITEM', 'ok', OVER, OVER],
  ['withdrawAsk', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE'],
  ['callNext', SHUT, SHUT, 'NO_ITEM', 'NOBODY_WAITING', OVER, OVER],
  ['extendSpeech', SHUT, SHUT, 'NO_SPEECH', 'NO_SPEECH', OVER, OVER],
  ['endSpeech', SHUT, SHUT, 'NO_SPEECH', 'NO_SPEECH', OVER, OVER],
  ['putQuestion', SHUT, SHUT, 'NO_ITEM', 'ok', OVER, OVER],
  ['raiseHand', SHUT, SHUT, 'NO_QUESTION', 'NO_QUESTION', OVER, OVER],
  ['closeQuestion', SHUT, SHUT, 'NO_QUESTION', 'NO_QUESTION', OVER, OVER],
  ['endMeeting', SHUT, SHUT, 'ok', 'ITEM_OPEN', OVER, OVER],
  [
    'confirmMinutes',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'ok',
    'MEETING_NOT_ENDED',
  ],
  [
    'freezeMinutes',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'MEETING_NOT_ENDED',
    'FREEZE_EARLY',
    'MEETING_NOT_ENDED',
  ],
];

test.each(HEARD)('%s is heard in each state as the rules say', async (name, ...expected) => {
  const heard: string[] = [];
  for (const state of STATES) {
    stage.world.meetingId = '';
    await BRING[state]();
    stage.later(30_000);
    const { status, body } = await stage.call(name, INPUTS[name]?.() ?? {}, { as: chair });
    heard.push(status === 200 ? 'ok' : String(body['refused']));
  }
  expect(Object.fromEntries(STATES.map((state, i) => [state, heard[i]]))).toEqual(
    Object.fromEntries(STATES.map((state, i) => [state, expected[i]])),
  );
});

const IN_MEETING: Name[] = HEARD.map(([name]) => name);
test.each([
  ...IN_MEETING,
  'readMeeting' as const,
  'addSummary' as const,
  'raiseObjection' as const,
  'writeOpinion' as const,
])('%s of a meeting that does not exist is not found', async (name) => {
  await BRING.called();
  const more = {
    addSummary: { lineId: MATTERS[0], text: '摘要' },
    raiseObjection: { about: MATTERS[0], text: '异议' },
    writeOpinion: { item: 1, side: 'for', text: '意见' },
  } as Partial<Record<Name, Record<string, unknown>>>;
  const input = more[name] ?? INPUTS[name]?.() ?? {};
  const { body } = await stage.call(name, { ...input, meetingId: stage.id() }, { as: chair });
  expect(body).toEqual({ refused: 'NOT_FOUND' });
});

/** Every command once, in an order in which each is allowed; by whom. */
const WALK: readonly [Name, (() => Record<string, unknown>) | undefined, 'chair' | 'member'][] = [
  ['changeMeeting', plan, 'chair'],
  ['writeOpinion', () => ({ item: 1, side: 'for', text: '意见' }), 'member'],
  ['openDoors', undefined, 'chair'],
  ['arrive', INPUTS.arrive, 'chair'],
  ['arrive', INPUTS.arrive, 'member'],
  ['startMeeting', undefined, 'chair'],
  ['openItem', () => ({ n: 1 }), 'chair'],
  ['askToSpeak', INPUTS.askToSpeak, 'member'],
  ['withdrawAsk', undefined, 'member'],
  ['askToSpeak', INPUTS.askToSpeak, 'member'],
  ['callNext', undefined, 'chair'],
  ['extendSpeech', undefined, 'chair'],
  ['endSpeech', undefined, 'member'],
  ['putQuestion', INPUTS.putQuestion, 'chair'],
  ['raiseHand', INPUTS.raiseHand, 'member'],
  ['closeQuestion', INPUTS.closeQuestion, 'chair'],
  ['closeItem', undefined, 'chair'],
  ['registerArrival', INPUTS.registerArrival, 'chair'],
  ['leave', undefined, 'member'],
  ['endMeeting', undefined, 'chair'],
  ['confirmMinutes', undefined, 'member'],
];

test('every command sent twice at once under one key is done once, with one event, and answers the same', async () => {
  await BRING.called();
  const people = { chair, member };
  for (const [index, [name, input, who]] of WALK.entries()) {
    stage.later(30_000);
    const asked = input?.() ?? {};
    const send = () => stage.call(name, asked, { as: people[who], key: `walk-${index}`.padEnd(12, '0') });
    const before = await eventsOf();
    const [one, two] = await Promise.all([send(), send()]);
    const three = await send();
    expect({ name, status: [one.status, two.status, three.status] }).toEqual({ name, status: [200, 200, 200] });
    expect([two.body, three.body]).toEqual([one.body, one.body]);
    expect({ name, more: (await eventsOf()) - before }).toEqual({ name, more: 1 });
  }
});
const eventsOf = async () => (await stage.events()).length + (await stage.events(MATTERS[0])).length;

test('the events of a whole meeting stand in order, each with numbers and ids only', async () => {
  await BRING.ended();
  const types = [...(await stage.events())].map(({ type }) => type);
  expect(types).toEqual([
    'meetings.meeting-called',
    'meetings.doors-opened',
    'meetings.arrived',
    'meetings.arrived',
    'meetings.meeting-started',
    'meetings.item-opened',
    'meetings.meeting-held',
  ]);
  expect(await stage.events(MATTERS[0])).toMatchObject([{ type: 'meetings.matter-heard', data: { quorate: true } }]);
  for (const { data } of await stage.events())
    for (const value of Object.values(data)) expect(String(value)).toMatch(/^[\dA-Za-z:.,-]+$/);
});
