import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Route } from '@gongzhi/shared/kernel/contract';
import type { RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { MOST_TASKS } from '@gongzhi/shared/kernel/task';
import { satisfaction as contract } from '@gongzhi/shared/satisfaction/contract';
import { windowOf } from '@gongzhi/shared/satisfaction/code-tries';
import { CODE_TRIES, PUBLICATION } from '@gongzhi/shared/satisfaction/rule-sets';
import { testAccess, testRefusals } from '../kernel/test-acts';
import { PLAN, TABLES, hex, stageSurvey, type Survey } from './test-survey';

/** Every refusal of the slice through its front door, and who is let in at all. */
/** Open to whoever has a code or a ticket: that is what they are for. */
const OPEN = ['answerByCode', 'askByCode', 'callBack', 'findFollowUps', 'listResults', 'readPublication', 'readResult'];
const guarded = Object.fromEntries(Object.entries<Route>(contract).filter(([name]) => !OPEN.includes(name)));

let engine: TestTables;
let stage: Survey;
let supervisor: string;
let worker: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
}, 300_000);
beforeEach(async () => {
  stage = stageSurvey(engine.endpoint);
  supervisor = await stage.supervisor();
  worker = await stage.person(['worker']);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const SUBJECT = 'household';
const answer = { levels: ['satisfied', 'satisfied'] };
const given = () => ({ answer, ticket: hex(), device: hex() });
const entered = () => ({ answer, ticket: hex(), confirmed: true });
const nowhere = () => ({ roundId: stage.id() });

/** Who is invited first, in a round that is open. */
let me = '';
let code = '';
const opened = async (inApp: (i: number) => boolean = () => true) => {
  await stage.roll([30], undefined, inApp);
  const { roundId } = await stage.quarter({ sample: 30 });
  const [{ people = [], code: its = '' } = {}] = await stage.invited(roundId);
  [me, code] = [people[0] ?? '', its];
  return { roundId };
};
const over = async <T>(input: T): Promise<T> => {
  stage.later(14);
  return input;
};
const answered = async (input: { roundId: string }) => {
  await stage.giveBy(code, ['satisfied', 'satisfied']);
  return input;
};
const risky = async <T>(input: T): Promise<T> => {
  stage.world.check = { suggest: 'risky', label: 20_003 };
  return input;
};
let ticket = '';
/** A follow-up that waits, its ticket, and how far it was brought. */
const low = async (...done: ('take' | 'answer')[]) => {
  await opened();
  ticket = hex();
  await stage.giveBy(code, ['dissatisfied', 'satisfied'], { ticket });
  stage.later(1);
  await stage.tick();
  const followUpId = stage.seals.followUp(ticket);
  if (done.includes('take')) await stage.call('takeFollowUp', { followUpId }, { as: worker });
  if (done.includes('answer')) await stage.call('answerFollowUp', { followUpId, did: '换了灯' }, { as: worker });
  return { followUpId };
};
/** The same in the hands of a colleague. */
const elsewhere = async () => {
  const followUp = await low();
  await stage.call('takeFollowUp', followUp, { as: await stage.person(['worker']) });
  return followUp;
};
const did = <T extends object>(input: T) => ({ ...input, did: '换了灯' });

type Name = keyof typeof contract;
type Row = [
  name: Name,
  code: RefusalCode,
  when: string,
  as: () => string,
  input: () => Promise<Record<string, unknown>>,
];
const asMe = () => me;
const asWorker = () => worker;
const asStreet = () => supervisor;

const invitation: Row[] = [
  [
    'giveAnswer',
    'NOT_FOUND',
    'not invited',
    asWorker,
    async () => ({ ...(await opened()), subject: SUBJECT, ...given() }),
  ],
  [
    'giveAnswer',
    'SURVEY_ANSWERED',
    'by code',
    asMe,
    async () => ({ ...(await answered(await opened())), subject: SUBJECT, ...given() }),
  ],
  [
    'giveAnswer',
    'SURVEY_OVER',
    'a day late',
    asMe,
    async () => ({ ...(await over(await opened())), subject: SUBJECT, ...given() }),
  ],
  [
    'giveAnswer',
    'SURVEY_UNEVEN',
    'a question left out',
    asMe,
    async () => ({
      ...{ ...(await opened()), subject: SUBJECT, ...given() },
      answer: { levels: ['satisfied'] },
    }),
  ],
  [
    'giveAnswer',
    'TEXT_RISKY',
    'as WeChat says',
    asMe,
    async () => ({
      ...{ ...(await opened()), subject: SUBJECT, ...(await risky(given())) },
      answer: { ...answer, word: '骂人的话' },
    }),
  ],
  ['tellPressure', 'NOT_FOUND', 'not invited', asWorker, async () => ({ ...(await opened()), subject: SUBJECT })],
  [
    'tellPressure',
    'PRESSURE_TOLD',
    'again',
    asMe,
    async () => {
      const round = { ...(await opened()), subject: SUBJECT };
      await stage.call('tellPressure', round, { as: me });
      return round;
    },
  ],
];
/** As many wrong codes as may be typed in the hour. */
const tried = async <T>(input: T): Promise<T> => {
  const wrong = { window: windowOf(stage.world.now), wrong: CODE_TRIES.most.community };
  await stage.put('answers', { pk: `${stage.communityId}#tries`, sk: 'community', ...wrong });
  return input;
};
const byCode: Row[] = [
  [
    'askByCode',
    'ANSWER_CODE_PAUSED',
    'a right one too',
    asWorker,
    async () => tried({ code: (await opened()) && code }),
  ],
  [
    'answerByCode',
    'ANSWER_CODE_PAUSED',
    'a right one too',
    asWorker,
    async () => tried({ code: (await opened()) && code, ...given() }),
  ],
  [
    'answerForResident',
    'ANSWER_CODE_TRIES',
    'one’s own, a right one too',
    asWorker,
    async () => {
      await opened();
      for (let n = 0; n < CODE_TRIES.most.person; n += 1)
        await stage.giveBy('ABCDE-FGHJK', ['satisfied'], { as: worker });
      return { code, ...entered() };
    },
  ],
  ['askByCode', 'ANSWER_CODE_WRONG', 'made up', asWorker, async () => ({ code: 'ABCDE-FGHJK' })],
  ...(
    [
      ['answerByCode', given],
      ['answerForResident', entered],
    ] as const
  ).flatMap(([name, how]): Row[] => [
    [name, 'ANSWER_CODE_WRONG', 'made up', asWorker, async () => ({ code: 'ABCDE-FGHJK', ...how() })],
    [
      name,
      'ANSWER_CODE_USED',
      'shared',
      asWorker,
      async () => {
        await answered(await opened());
        return { code, ...how() };
      },
    ],
    [
      name,
      'SURVEY_OVER',
      'a day late',
      asWorker,
      async () => {
        await over(await opened());
        return { code, ...how() };
      },
    ],
    [
      name,
      'SURVEY_UNEVEN',
      'a question left out',
      asWorker,
      async () => {
        await opened();
        return { code, ...how(), answer: { levels: ['satisfied'] } };
      },
    ],
  ]),
  [
    'answerForResident',
    'TEXT_RISKY',
    'as WeChat says',
    asWorker,
    async () => {
      await opened();
      return { code, ...(await risky(entered())), answer: { ...answer, word: '骂人的话' } };
    },
  ],
  ['readCode', 'NOT_FOUND', 'not invited', asWorker, opened],
  ['readCode', 'SURVEY_ANSWERED', 'used', asMe, async () => answered(await opened())],
  ['readCode', 'SURVEY_OVER', 'a day late', asMe, async () => over(await opened())],
  ['disownAnswer', 'NOT_FOUND', 'not invited', asWorker, opened],
  ['disownAnswer', 'ANSWER_OWN', 'not answered', asMe, opened],
  [
    'disownAnswer',
    'PRESSURE_TOLD',
    'again',
    asMe,
    async () => {
      const round = await answered(await opened());
      await stage.call('disownAnswer', round, { as: me });
      return round;
    },
  ],
];
const rounds: Row[] = [
  ['startQuarter', 'ROLL_EMPTY', 'nobody lives there', asStreet, async () => ({ plan: PLAN })],
  [
    'startQuarter',
    'QUARTER_ASKED',
    'again',
    asStreet,
    async () => {
      await opened();
      return { plan: PLAN };
    },
  ],
  ['readResult', 'NOT_FOUND', 'still open', asStreet, opened],
  ['printLetters', 'NOT_FOUND', 'no such round', asStreet, async () => ({ ...nowhere(), part: 1 })],
  [
    'printLetters',
    'LETTERS_EARLY',
    'not drawn yet',
    asStreet,
    async () => {
      await stage.roll([40]);
      const { body } = await stage.call('startQuarter', { plan: PLAN }, { as: supervisor });
      return { roundId: body['roundId'], part: 1 };
    },
  ],
  ['printLetters', 'LETTERS_NONE', 'all are in the app', asStreet, async () => ({ ...(await opened()), part: 1 })],
  [
    'printLetters',
    'SURVEY_OVER',
    'a day late',
    asStreet,
    async () => over({ ...(await opened(() => false)), part: 1 }),
  ],
];
const followUps: Row[] = [
  ['takeFollowUp', 'NOT_FOUND', 'no such', asWorker, async () => ({ followUpId: hex() })],
  ['takeFollowUp', 'FOLLOW_UP_SHUT', 'answered', asWorker, () => low('take', 'answer')],
  ['takeFollowUp', 'ALREADY_DONE', 'one’s own', asWorker, () => low('take')],
  ['readFollowUp', 'NOT_FOUND', 'no such', asWorker, async () => ({ followUpId: hex() })],
  ['readFollowUp', 'FOLLOW_UP_UNTAKEN', 'nobody’s', asWorker, () => low()],
  ['readFollowUp', 'FOLLOW_UP_TAKEN', 'a colleague’s', asWorker, elsewhere],
  ['answerFollowUp', 'NOT_FOUND', 'no such', asWorker, async () => did({ followUpId: hex() })],
  ['answerFollowUp', 'FOLLOW_UP_UNTAKEN', 'nobody’s', asWorker, async () => did(await low())],
  ['answerFollowUp', 'FOLLOW_UP_TAKEN', 'a colleague’s', asWorker, async () => did(await elsewhere())],
  ['answerFollowUp', 'FOLLOW_UP_SHUT', 'answered', asWorker, async () => did(await low('take', 'answer'))],
  ['answerFollowUp', 'TEXT_RISKY', 'as WeChat says', asWorker, async () => risky(did(await low('take')))],
  ['callBack', 'TICKET_WRONG', 'made up', asWorker, async () => ({ ticket: hex(), says: { verdict: 'accept' } })],
  [
    'callBack',
    'FOLLOW_UP_UNANSWERED',
    'too early',
    asWorker,
    async () => {
      await low('take');
      return { ticket, says: { verdict: 'accept' } };
    },
  ],
];

const PROMISE = {
  ...{ title: '楼道换感应灯', what: '坏灯都换掉', owner: { outside: '物业公司' } },
  ...{ due: { workingDays: 10 }, listRef: 'assist' },
};
const WRITING = { after: 0, heard: [{ words: '晚上楼道太暗。', about: 'overall' }], doing: [PROMISE] };
/** A round that is over, answered by so many, and what is to be published of it. */
const heard = async (more: object = {}, answers = 10) => {
  await stage.roll([30]);
  const { roundId } = await stage.quarter({ sample: 30, questions: [] });
  const invited = (await stage.invited(roundId)).slice(0, answers);
  await Promise.all(invited.map(({ people: [one = ''] }) => stage.give(roundId, one, ['satisfied'])));
  stage.later(15);
  await stage.tick();
  return { roundId, ...WRITING, ...more };
};
const publish = (input: object) => stage.call('publishAnswer', { ...input }, { as: worker });
/** As many promises as a round may have but one, in as many versions as that takes. */
const nearlyFull = async () => {
  const input = await heard();
  const most = PUBLICATION.mostDoing;
  let after = 0;
  for (let left = MOST_TASKS - 1; left > 0; left -= most, after += 1) {
    const doing = Array.from({ length: Math.min(left, most) }, () => PROMISE);
    await publish({ ...input, after, doing, ...(after ? { why: '还有要做的' } : {}) });
  }
  return { ...input, after, doing: [PROMISE, PROMISE], why: '又有要做的' };
};
const publications: Row[] = [
  ['publishAnswer', 'NOT_FOUND', 'no such result', asWorker, async () => ({ ...nowhere(), ...WRITING })],
  ['publishAnswer', 'NOTHING_HEARD', 'nine answered', asWorker, () => heard({}, 9)],
  [
    'publishAnswer',
    'QUESTION_UNHEARD',
    'asked of nobody',
    asWorker,
    () => heard({ heard: [{ words: '灯', about: 'q4' }] }),
  ],
  [
    'publishAnswer',
    'STALE',
    'a colleague was first',
    asWorker,
    async () => {
      const input = await heard();
      stage.world.meanwhile = async () => void (await publish(input));
      return input;
    },
  ],
  ['publishAnswer', 'TOO_MANY_TASKS', 'over many versions', asWorker, nearlyFull],
  [
    'publishAnswer',
    'NO_SUCH_OWNER',
    'of no community',
    asWorker,
    () => heard({ doing: [{ ...PROMISE, owner: { personId: stage.id() } }] }),
  ],
  [
    'publishAnswer',
    'DUE_PAST',
    'yesterday’s',
    asWorker,
    () => heard({ doing: [{ ...PROMISE, due: { date: '2026-11-01' } }] }),
  ],
  ['publishAnswer', 'TEXT_RISKY', 'as WeChat says', asWorker, async () => risky(await heard())],
  [
    'readPublication',
    'NOT_FOUND',
    'not answered yet',
    asWorker,
    async () => ({ roundId: (await heard()).roundId, version: 'newest' }),
  ],
];

testRefusals(contract, () => stage as never, [...invitation, ...byCode, ...rounds, ...followUps, ...publications]);

const WHOLE = { ...WRITING, subject: SUBJECT, code: 'ABCDE-FGHJK', part: 1, did: '换了灯', plan: PLAN };
testAccess(
  guarded,
  () => stage as never,
  () => ({
    ...{ ...WHOLE, ...given(), ...entered(), ...nowhere(), followUpId: hex() },
  }),
);

it('is open to visitors where a code or a ticket is asked for, and for results', () => {
  const open = Object.entries<Route>(contract).filter(([, { access }]) => access === 'public');
  expect(open.map(([name]) => name).sort()).toEqual(OPEN);
});
