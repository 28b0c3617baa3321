import type { Input } from '@gongzhi/shared/kernel/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { api, signIn, type Actor } from './api';
import { until } from './demo-clock';
import { DEMO, PEOPLE } from './people';

const { directory, party, units } = api;
const { communityId } = DEMO;
const nameOf = (key: string) => PEOPLE.find((p) => p.key === key)?.name ?? key;

type Kind = Input<typeof party.reportIn>['kind'];
/** A member of each kind, and a second one of the hospital's. */
type Who = Kind | 'colleague';
/** Who takes part in what party members do here. */
export interface PartyCast {
  worker: Actor;
  secretary: Actor;
  contact: Actor;
  hospital: string;
  members: Readonly<Record<Who, Actor>>;
}

const addUnit = async (worker: Actor, profile: Omit<Input<typeof units.addUnit>, 'communityId'>) => {
  const { unitId } = await worker.act(units.addUnit, { communityId, ...profile });
  return unitId;
};
const hospitalOf = async (worker: Actor): Promise<string> => {
  const unitId = await addUnit(worker, {
    ...{ name: '市第三医院', kind: 'hospital', where: 'here', address: '望江路 18 号' },
    about: '内科、骨科每季度派医生到社区义诊，节假日开放报告厅。',
  });
  const day = (days: number) => dayInChina(new Date(Date.now() + days * DAY));
  const plan = { about: '每季度到社区义诊一次，共用会议室和报告厅。', from: day(-60), until: day(305) };
  await worker.act(units.addAgreement, { communityId, unitId, plan });
  await worker.act(units.thankUnit, { communityId, unitId, words: '谢谢医生们周末来义诊，老人们很放心。' });
  return unitId;
};

/** The hospital's contact comes by the code the worker gave. */
const contactOf = async (url: string, worker: Actor, unitId: string): Promise<Actor> => {
  const { inviteId } = await worker.act(directory.inviteStaff, { communityId, role: 'unitContact', unitId });
  const { code } = await worker.act(directory.readStaffInvite, { communityId, inviteId });
  const contact = await signIn(url, 'contact');
  await contact.act(directory.redeemInvite, { communityId, code, displayName: nameOf('contact') });
  await until(async () => (await worker.act(units.readUnit, { communityId, unitId })).contacts === 1);
  return contact;
};

const WHO: Readonly<Record<Who, { key: string; kind: Kind; skills: string[] }>> = {
  branch: { key: 'n006', kind: 'branch', skills: ['repair'] },
  inService: { key: 'doctor', kind: 'inService', skills: ['medical'] },
  retired: { key: 'n007', kind: 'retired', skills: ['mediation'] },
  company: { key: 'n008', kind: 'company', skills: ['driving'] },
  colleague: { key: 'n010', kind: 'inService', skills: ['care'] },
};
const WAITING = 'n009';

/**
 * Units, a branch, and members of each kind whose report-in counts from `since` on, and one who waits. Everybody signs in
 * before the clock is moved, for a token made by another clock is none.
 */
export const partyMembers = async (
  { url, worker, secretary }: { url: string; worker: Actor; secretary: Actor },
  atTime: (work: () => Promise<void>) => Promise<void>,
): Promise<PartyCast> => {
  const hospital = await hospitalOf(worker);
  const shop = await addUnit(worker, { name: '望江生鲜超市', kind: 'company', where: 'here' });
  const contact = await contactOf(url, worker, hospital);
  const plan = { communityId, name: '小营巷第一党支部', secretaryId: secretary.personId };
  const { branchId } = await worker.act(party.addBranch, plan);
  const reportIn = async (kind: Kind, key: string, more: { unitId?: string; skills: string[] }) => {
    const member = await signIn(url, key, ['privacy', 'party']);
    const ask = () => member.act(party.reportIn, { communityId, kind, branchId, displayName: nameOf(key), ...more });
    return { member, ask };
  };
  const ofHospital = { unitId: hospital };
  const unitOf: Record<Who, { unitId?: string }> = {
    ...{ branch: {}, inService: ofHospital, retired: ofHospital, colleague: ofHospital },
    company: { unitId: shop },
  };
  const entries = await Promise.all(
    (Object.keys(WHO) as Who[]).map(async (who) => {
      const { key, kind, skills } = WHO[who];
      return [who, await reportIn(kind, key, { skills, ...unitOf[who] })] as const;
    }),
  );
  const byUnit = [contact, 'app'] as const;
  const by: Readonly<Record<Who, readonly [Actor, 'app' | 'paper']>> = {
    ...{ branch: [secretary, 'app'], inService: byUnit, retired: byUnit, colleague: byUnit },
    company: [worker, 'paper'],
  };
  await atTime(async () => {
    for (const [one, { member, ask }] of entries) {
      await ask();
      const ofMember = { communityId, personId: member.personId };
      const [who, how] = by[one];
      await who.act(party.confirmOrganisation, { ...ofMember, by: how });
      await worker.act(party.confirmCommunity, ofMember);
    }
  });
  const waits = await reportIn('branch', WAITING, { skills: [] });
  await waits.ask();
  const members = Object.fromEntries(entries.map(([one, { member }]) => [one, member])) as Record<Who, Actor>;
  await members.retired.act(party.setOpen, { communityId, open: true });
  return { worker, secretary, contact, hospital, members };
};
