import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { satisfaction } from './contract';
import { partsOf } from './contract-letters';
import { Answer, CallBack } from './model';
import { Result } from '@gongzhi/shared/kernel/satisfaction-result';

const routes = Object.entries<Route>(satisfaction);

it('has no route by which those who are measured read who was invited or answered', () => {
  const staff = ['worker', 'chair', 'branchSecretary', 'buildingHead', 'councilMember'];
  const theirs = routes.filter(
    ([, { access }]) => Array.isArray(access) && access.some((role) => staff.includes(role)),
  );
  expect(theirs.map(([name]) => name).sort()).toEqual([
    'answerFollowUp',
    'answerForResident',
    'listFollowUps',
    'publishAnswer',
    'readFollowUp',
    'takeFollowUp',
  ]);
  // who does what was promised is named by the community itself
  const others = routes.filter(([name]) => name !== 'readPublication');
  const listing = JSON.stringify(others.map(([, { output }]) => output));
  expect(listing).not.toContain('personId');
  expect(listing).not.toContain('householdId');
});

it('leaves no event of an answer, of pressure and of what is asked by ticket', () => {
  const silent = routes.filter(([, route]) => isCommand(route) && route.ownRecord).map(([name]) => name);
  expect(silent.sort()).toEqual([
    ...['answerByCode', 'answerForResident', 'askByCode', 'callBack', 'disownAnswer', 'findFollowUps', 'giveAnswer'],
    // what is printed is no receipt to be kept; its event tells how many
    'printLetters',
    'tellPressure',
  ]);
  for (const name of ['giveAnswer', 'answerByCode', 'answerForResident'] as const)
    expect(satisfaction[name].units).toBe(4);
});

it('is overseen by the street alone', () => {
  expect(satisfaction.startQuarter.access).toEqual(['supervisor']);
  expect(satisfaction.listRounds.access).toEqual(['supervisor']);
});

it('takes what a worker enters only when it was read back and confirmed', () => {
  const entered = { communityId: '110101001001', code: 'ABCDE-FGHJK', ticket: 'a'.repeat(32) };
  const given = { ...entered, answer: { levels: ['satisfied'] } };
  const { input } = satisfaction.answerForResident;
  expect(input.safeParse({ ...given, confirmed: true }).success).toBe(true);
  expect(input.safeParse({ ...given, confirmed: false }).error?.issues[0]?.message).toMatch(/念给居民听/);
  expect(input.safeParse(given).success).toBe(false);
});

it('prints in files of fifty, as many as the largest sample needs', () => {
  expect([0, 1, 50, 51, 5_000].map(partsOf)).toEqual([0, 1, 1, 2, 100]);
  const of = (part: number) =>
    satisfaction.printLetters.input.safeParse({
      ...{ communityId: '110101001001', roundId: '01JD0000000000000000000000', part },
    }).success;
  expect([0, 1, 100, 101, 1.5].map(of)).toEqual([false, true, true, false, false]);
});

it.each([
  [{ levels: [] }, false],
  [{ levels: ['satisfied'] }, true],
  [{ levels: ['fine'] }, false],
  [{ levels: Array(7).fill('satisfied') }, false],
  [{ levels: ['satisfied'], reason: 'slow', word: '一句话' }, true],
  [{ levels: ['satisfied'], reason: 'bored' }, false],
  [{ levels: ['satisfied'], word: '字'.repeat(101) }, false],
  [{ levels: ['satisfied'], personId: 'x' }, false],
])('an answer %j is read: %s', (answer, good) =>
  expect(Answer.safeParse(answer, { jitless: true }).success).toBe(good),
);

it('sends back with a reason that is listed, and never with words that could be known', () => {
  expect(CallBack.safeParse({ verdict: 'sendBack' }).success).toBe(false);
  expect(CallBack.safeParse({ verdict: 'sendBack', why: 'partly' }).success).toBe(true);
  expect(CallBack.safeParse({ verdict: 'accept', words: '我是王秀兰' }).success).toBe(false);
});

it('knows a result without a draw, and one that shows nothing', () => {
  const result = {
    ...{
      roundId: '01JD0000000000000000000000',
      communityId: '110101001001',
      about: { kind: 'event', service: 'wish' },
    },
    ...{ population: 3, invited: 3, overall: { shown: false, why: 'few' }, questions: [], groups: [], flags: [] },
    ...{ confidence: 'high', openedAt: '2026-11-23T00:00:00.000Z', closedAt: '2026-11-24T00:00:00.000Z' },
  };
  expect(Result.safeParse(result).success).toBe(true);
});
