import { streetOf } from '@gongzhi/shared/kernel/ids';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { Answered, Name, Stage } from './test-party';

/** A community with two branches and two units, those who answer for them, and two who may report in. For tests. */
export const buildTown = async (stage: Stage) => {
  const staff = (role: 'worker' | 'branchSecretary' | 'unitContact', name: string) => stage.person([role], { name });
  const [worker, secretary, otherSecretary] = [
    await staff('worker', '李静'),
    await staff('branchSecretary', '何芳'),
    await staff('branchSecretary', '陈明'),
  ];
  const [contact, otherContact] = [await staff('unitContact', '周科长'), await staff('unitContact', '吴主任')];
  const supervisor = await stage.person(['supervisor'], { name: '街道', scope: streetOf(stage.communityId) });
  const [me, other] = [
    await stage.person(['resident'], { name: '王秀兰', building: '3号楼' }),
    await stage.person(['resident'], { name: '刘建华', building: '5' }),
  ];
  const [unitId, otherUnitId] = [await stage.unit('区水务局'), await stage.unit('桂花小学')];
  await stage.contact(contact, unitId);
  await stage.contact(otherContact, otherUnitId);
  const made = async (...[name, input, by]: Parameters<Stage['call']>): Promise<Answered['body']> => {
    const { status, body } = await stage.call(name, input, by);
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  };
  const branchOf = async (name: string, secretaryId: string) =>
    String((await made('addBranch', { name, secretaryId }, { as: worker }))['branchId']);
  const branchId = await branchOf('第一支部', secretary);
  const otherBranchId = await branchOf('第二支部', otherSecretary);
  const ASKED = { kind: 'inService', branchId, displayName: '王秀兰', unitId, skills: ['repair'] };
  const ask = (as: string, more: Record<string, unknown> = {}) => made('reportIn', { ...ASKED, ...more }, { as });
  const confirm = (personId: string) => made('confirmCommunity', { personId }, { as: worker });
  const organisation = (personId: string, as = contact, by = 'app') =>
    made('confirmOrganisation', { personId, by }, { as });
  /** Somebody whose report-in counts. */
  const member = async (as: string, more: Record<string, unknown> = {}) => {
    await ask(as, more);
    if (more['kind'] === 'branch') await organisation(as, secretary);
    else await organisation(as, worker, 'paper');
    return confirm(as);
  };
  const report = async (as: string) =>
    (await made('readReport', {}, { as }))['report'] as Record<string, unknown> | undefined;
  const newcomer = (name = '新邻居') => stage.person(['resident'], { name });
  return {
    ...{ stage, worker, secretary, otherSecretary, contact, otherContact, supervisor, me, other, unitId, otherUnitId },
    ...{ branchId, otherBranchId, branchOf, ASKED, made, ask, confirm, organisation, member, report, newcomer },
  };
};
export type Town = Awaited<ReturnType<typeof buildTown>>;
export type Who =
  'me' | 'other' | 'worker' | 'secretary' | 'otherSecretary' | 'contact' | 'otherContact' | 'supervisor';

/** A refusal: of which route, which, when, whom, and what was done before with the input it leads to. */
export type Case = [Name, RefusalCode, string, Who | (() => string), () => Promise<object>, (object | undefined)?];

/** Refused as it says, and nothing was written. */
export const expectRefused = async ({ stage, ...town }: Town, [route, code, , who, input, facts = {}]: Case) => {
  const given = await input();
  let before = await stage.dump();
  const act = stage.world.meanwhile;
  if (act)
    stage.world.meanwhile = async () => {
      await act();
      before = await stage.dump();
    };
  const as = typeof who === 'function' ? who() : town[who];
  const heard = await stage.call(route, { ...given }, { as });
  expect([heard.status, heard.body]).toMatchObject([REFUSALS[code][0], { refused: code, ...(facts as object) }]);
  expect([stage.world.meanwhile, await stage.dump()]).toEqual([undefined, before]);
};
