import { createHash } from 'node:crypto';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import { api, signIn, type Actor } from './api';
import { makeRoll } from './make-roll';
import { DEMO, PEOPLE, type DemoPerson } from './people';

const { directory } = api;
const { streetId, communityId, otherCommunityId } = DEMO;
/** Households on the demo's roll: a small real community. */
const HOUSEHOLDS = 312;

const nameOf = (key: string) => PEOPLE.find((p) => p.key === key)?.name ?? key;

/** The street's supervisor opens the street and two communities and invites the first worker. */
export const openPlaces = async (url: string, openingKey: string): Promise<Actor> => {
  const supervisor = await signIn(url, 'supervisor');
  await supervisor.act(directory.openStreet, { streetId, openingKey, displayName: nameOf('supervisor') });
  for (const id of [communityId, otherCommunityId])
    await supervisor.act(directory.openCommunity, { streetId, communityId: id });
  return supervisor;
};

const inviteStaff = async (url: string, supervisor: Actor, key: string, role: 'worker' | 'branchSecretary') => {
  const { inviteId } = await supervisor.act(directory.inviteStaff, { communityId, role });
  const { code } = await supervisor.act(directory.readStaffInvite, { communityId, inviteId });
  const invited = await signIn(url, key);
  await invited.act(directory.redeemInvite, { communityId, code, displayName: nameOf(key) });
  return invited;
};
export const inviteWorker = (url: string, supervisor: Actor): Promise<Actor> =>
  inviteStaff(url, supervisor, 'worker', 'worker');
/** The secretary of the community's party branch, who records what the party's own meetings decided. */
export const inviteSecretary = (url: string, supervisor: Actor): Promise<Actor> =>
  inviteStaff(url, supervisor, 'secretary', 'branchSecretary');

/** The worker imports the roll, as the roll page does. */
export const importRoll = async (worker: Actor, households = HOUSEHOLDS): Promise<number> => {
  const rows = makeRoll({ seed: 1, households });
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  for (const chunk of inChunks(rows)) await worker.act(directory.importRoll, { communityId, fileHash, rows: chunk });
  return rows.length;
};

/** A resident joins by the phone number on the roll. */
export const join = async (url: string, person: DemoPerson): Promise<Actor> => {
  const actor = await signIn(url, person.key, ['privacy', 'phone']);
  await actor.act(directory.joinByPhone, { communityId, phoneCode: await actor.phoneCode(), displayName: person.name });
  return actor;
};
