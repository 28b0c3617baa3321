import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { party } from '@gongzhi/shared/party/contract';
import { TABLES, stageParty, type Name, type Stage } from './test-party';
import { buildTown, expectRefused, type Case, type Town } from './test-town';

/** Every refusal a route declares, made to happen: on what is read, and on what changed after it was read. */
let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(async () => {
  stage = stageParty(engine.endpoint);
  town = await buildTown(stage);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const ID = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
let extra = '';
const newcomer = () => extra;
/** What somebody else does once everything was read and before it is written. */
const meanwhile = <T>(input: T, act: () => Promise<unknown>): T => {
  stage.world.meanwhile = act;
  return input;
};
const risky = async <T>(input: T): Promise<T> => {
  stage.world.check = { suggest: 'risky', label: 20002 };
  return input;
};
const plan = () => ({ name: '第三支部', secretaryId: extra });
const freeSecretary = async () => {
  extra = await stage.person(['branchSecretary'], { name: '孙芳' });
  return plan();
};
const unconsenting = async () => {
  await stage.consent(town.me, { privacy: '1' });
  return {};
};
const asked = async (more: object = {}) => {
  await town.ask(town.me, { ...more });
  return { personId: town.me };
};
/** A person on the staff who also reports in. */
const ownReport = async (who: string) => {
  await town.ask(who);
  return { personId: who };
};
const closed = async () => {
  await town.made('closeBranch', { branchId: town.branchId }, { as: town.worker });
  return { branchId: town.branchId };
};

const CASES: Case[] = [
  [
    'addBranch',
    'NOT_SECRETARY',
    'somebody without the role',
    'worker',
    async () => ({ name: '支部', secretaryId: town.me }),
  ],
  ['addBranch', 'NOT_SECRETARY', 'nobody of here', 'worker', async () => ({ name: '支部', secretaryId: ID })],
  [
    'addBranch',
    'SECRETARY_TAKEN',
    'secretary of another',
    'worker',
    async () => ({ name: '支部', secretaryId: town.secretary }),
  ],
  [
    'addBranch',
    'SECRETARY_TAKEN',
    'taken meanwhile',
    'worker',
    async () => {
      const input = await freeSecretary();
      return meanwhile(input, () => town.branchOf('抢先支部', input.secretaryId));
    },
  ],
  ['addBranch', 'TEXT_RISKY', 'a bad name', 'worker', async () => risky(await freeSecretary())],
  ['changeBranch', 'NOT_FOUND', 'no such branch', 'worker', async () => ({ branchId: ID, ...(await freeSecretary()) })],
  [
    'changeBranch',
    'BRANCH_CLOSED',
    'closed',
    'worker',
    async () => ({ ...(await closed()), ...(await freeSecretary()) }),
  ],
  [
    'changeBranch',
    'BRANCH_CLOSED',
    'closed meanwhile',
    'worker',
    async () => meanwhile({ branchId: town.branchId, ...(await freeSecretary()) }, closed),
  ],
  [
    'changeBranch',
    'NOT_SECRETARY',
    'without the role',
    'worker',
    async () => ({ branchId: town.branchId, name: '支部', secretaryId: town.me }),
  ],
  [
    'changeBranch',
    'SECRETARY_TAKEN',
    'of another',
    'worker',
    async () => ({ branchId: town.branchId, name: '支部', secretaryId: town.otherSecretary }),
  ],
  [
    'changeBranch',
    'TEXT_RISKY',
    'a bad name',
    'worker',
    async () => risky({ branchId: town.branchId, ...(await freeSecretary()) }),
  ],
  ['closeBranch', 'NOT_FOUND', 'no such branch', 'worker', async () => ({ branchId: ID })],
  ['closeBranch', 'BRANCH_CLOSED', 'closed', 'worker', closed],
  [
    'closeBranch',
    'BRANCH_IN_USE',
    'somebody reports in to it',
    'worker',
    async () => {
      await asked();
      return { branchId: town.branchId };
    },
    { facts: { members: 1 } },
  ],
  [
    'closeBranch',
    'BRANCH_IN_USE',
    'somebody reports in meanwhile',
    'worker',
    async () => meanwhile({ branchId: town.branchId }, asked),
  ],
  ['readMyBranch', 'NO_BRANCH', 'secretary of none', newcomer, async () => (await freeSecretary(), {})],
  ['listBranchMembers', 'NO_BRANCH', 'secretary of none', newcomer, async () => (await freeSecretary(), {})],
  [
    'listUnitMembers',
    'NO_UNIT',
    'contact of none',
    newcomer,
    async () => {
      extra = await stage.person(['unitContact']);
      return {};
    },
  ],
  ['reportIn', 'PARTY_CONSENT', 'no consent', 'me', async () => ({ ...(await unconsenting()), ...town.ASKED })],
  ['reportIn', 'PARTY_CONSENT', 'withdrawn meanwhile', 'me', async () => meanwhile(town.ASKED, unconsenting)],
  ['reportIn', 'ALREADY_REPORTED', 'waits already', 'me', async () => (await asked(), town.ASKED)],
  ['reportIn', 'ALREADY_REPORTED', 'on another phone meanwhile', 'me', async () => meanwhile(town.ASKED, asked)],
  ['reportIn', 'BRANCH_CLOSED', 'closed', 'me', async () => (await closed(), town.ASKED)],
  ['reportIn', 'BRANCH_CLOSED', 'closed meanwhile', 'me', async () => meanwhile(town.ASKED, closed)],
  ['reportIn', 'BRANCH_CLOSED', 'none', 'me', async () => ({ ...town.ASKED, branchId: ID })],
  ['reportIn', 'UNIT_UNKNOWN', 'none', 'me', async () => ({ ...town.ASKED, unitId: ID })],
  ['reportIn', 'TEXT_RISKY', 'a bad name', 'me', async () => risky(town.ASKED)],
  ['setSkills', 'PARTY_CONSENT', 'no consent', 'me', async () => (await asked(), await unconsenting(), { skills: [] })],
  ['setSkills', 'NOT_REPORTED', 'not reported in', 'me', async () => ({ skills: ['law'] })],
  ['setOpen', 'PARTY_CONSENT', 'no consent', 'me', async () => (await asked(), await unconsenting(), { open: true })],
  ['setOpen', 'NOT_REPORTED', 'not reported in', 'me', async () => ({ open: true })],
  [
    'setOpen',
    'NOT_REPORTED',
    'left meanwhile',
    'me',
    async () => {
      await asked();
      return meanwhile({ open: true }, () => town.made('leaveParty', {}, { as: town.me }));
    },
  ],
  ['askRenewal', 'PARTY_CONSENT', 'no consent', 'me', async () => (await town.member(town.me), unconsenting())],
  ['askRenewal', 'NOT_REPORTED', 'only asked', 'me', async () => (await asked(), {})],
  [
    'askRenewal',
    'RENEW_LATER',
    'far from its end',
    'me',
    async () => (await town.member(town.me), {}),
    { facts: { day: '2027-10-02' } },
  ],
  [
    'askRenewal',
    'ALREADY_DONE',
    'asked already',
    'me',
    async () => {
      await town.member(town.me);
      stage.world.now = new Date('2027-11-01T02:00:00.000Z');
      await town.made('askRenewal', {}, { as: town.me });
      return {};
    },
  ],
  ['moveAway', 'NOT_REPORTED', 'not reported in', 'me', async () => ({ to: '310105000099' })],
  ['moveAway', 'MOVE_ELSEWHERE', 'here', 'me', async () => (await asked(), { to: stage.communityId })],
  [
    'leaveParty',
    'NOT_REPORTED',
    'left already',
    'me',
    async () => (await asked(), await town.made('leaveParty', {}, { as: town.me }), {}),
  ],
  [
    'printReport',
    'PARTY_CONSENT',
    'no consent',
    'me',
    async () => (await asked(), await unconsenting(), { paper: 'slip' }),
  ],
  ['printReport', 'NOT_REPORTED', 'not reported in', 'me', async () => ({ paper: 'card' })],
  [
    'confirmOrganisation',
    'OWN_REPORT',
    'the contact’s own',
    'contact',
    async () => ({ ...(await ownReport(town.contact)), by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'never reported in',
    'contact',
    async () => ({ personId: town.me, by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'another unit’s',
    'otherContact',
    async () => ({ ...(await asked()), by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'a secretary for a unit',
    'secretary',
    async () => ({ ...(await asked()), by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'a contact on paper',
    'contact',
    async () => ({ ...(await asked()), by: 'paper' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'a worker in the app',
    'worker',
    async () => ({ ...(await asked()), by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'NOT_WAITING',
    'without consent now',
    'contact',
    async () => ({ ...(await asked()), ...(await unconsenting()), by: 'app' }),
  ],
  [
    'confirmOrganisation',
    'ALREADY_DONE',
    'confirmed',
    'contact',
    async () => {
      await asked();
      await town.organisation(town.me);
      return { personId: town.me, by: 'app' };
    },
  ],
  [
    'confirmOrganisation',
    'ALREADY_DONE',
    'on paper meanwhile',
    'contact',
    async () => {
      await asked();
      return meanwhile({ personId: town.me, by: 'app' }, () => town.organisation(town.me, town.worker, 'paper'));
    },
  ],
  [
    'confirmOrganisation',
    'UNIT_IN_WORDS',
    'no unit yet',
    'worker',
    async () => ({
      ...(await asked({ unitId: undefined, unitName: '某公司' })),
      by: 'paper',
    }),
  ],
  ['confirmCommunity', 'OWN_REPORT', 'the worker’s own', 'worker', () => ownReport(town.worker)],
  [
    'confirmCommunity',
    'NOT_WAITING',
    'counts already',
    'worker',
    async () => (await town.member(town.me), { personId: town.me }),
  ],
  [
    'confirmCommunity',
    'ALREADY_DONE',
    'confirmed',
    'worker',
    async () => (await asked(), await town.confirm(town.me), { personId: town.me }),
  ],
  [
    'setUnit',
    'OWN_REPORT',
    'the worker’s own',
    'worker',
    async () => ({ ...(await ownReport(town.worker)), unitId: town.unitId }),
  ],
  ['setUnit', 'NOT_WAITING', 'never reported in', 'worker', async () => ({ personId: town.me, unitId: town.unitId })],
  [
    'setUnit',
    'NOT_WAITING',
    'of the branch',
    'worker',
    async () => ({ ...(await asked({ kind: 'branch', unitId: undefined })), unitId: town.unitId }),
  ],
  ['setUnit', 'ALREADY_DONE', 'has one', 'worker', async () => ({ ...(await asked()), unitId: town.otherUnitId })],
  ['setUnit', 'UNIT_UNKNOWN', 'none', 'worker', async () => ({ ...(await asked()), unitId: ID })],
  [
    'decline',
    'OWN_REPORT',
    'one’s own',
    'contact',
    async () => ({ ...(await ownReport(town.contact)), reason: '不是' }),
  ],
  [
    'decline',
    'NOT_WAITING',
    'counts already',
    'worker',
    async () => (await town.member(town.me), { personId: town.me, reason: '不是' }),
  ],
  [
    'decline',
    'NOT_WAITING',
    'valid meanwhile',
    'worker',
    async () => {
      await asked();
      await town.organisation(town.me);
      return meanwhile({ personId: town.me, reason: '不是' }, () => town.confirm(town.me));
    },
  ],
  ['decline', 'TEXT_RISKY', 'a bad reason', 'worker', async () => risky({ ...(await asked()), reason: '不好的话' })],
];

test.each(CASES.map((one) => [`${one[0]} ${one[1]}: ${one[2]}`, one] as const))('%s', async (_, one) => {
  await expectRefused(town, one);
});

test('every declared refusal was made to happen', () => {
  const declared = (Object.entries(party) as [Name, Route][]).flatMap(([name, { refusals }]) =>
    refusals.map((code) => `${name} ${code}`),
  );
  const made = new Set(CASES.map(([name, code]) => `${name} ${code}`));
  expect(declared.filter((one) => !made.has(one))).toEqual([]);
});
