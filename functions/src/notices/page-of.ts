import type { AskedOf } from '../kernel/asked';
import type { AudienceOf } from '../kernel/audience';
import type { OutcomesOf, Sent } from '../kernel/deliveries';
import type { FollowersOf } from '../kernel/followers';
import type { InvitedOf } from '../kernel/invited';
import type { MembersOf } from '../kernel/members';
import type { ComersOf } from '../kernel/shifts';
import type { Repo } from './repo';
import type { Job } from './repo-jobs';

export interface Telling {
  repo: Repo;
  followersOf: FollowersOf;
  membersOf: MembersOf;
  comersOf: ComersOf;
  /** Of an urgent call: who was asked, and who comes. */
  calls: { asked: AskedOf; coming: ComersOf };
  invitedOf: InvitedOf;
  audienceOf: AudienceOf;
  outcomesOf: OutcomesOf;
  clock?: () => Date;
}
type Page = Promise<{ ids: string[]; next: string | undefined }>;
const NOBODY = { ids: [], next: undefined };

const openedBy = async ({ outcomesOf }: Telling, sent: Sent, from: string | undefined): Page => {
  const { people, next } = await outcomesOf(sent, from);
  return { ids: people.filter(({ opened }) => opened).map(({ id }) => id), next };
};

/** Of those it is for by what they chose, or by what they did with an earlier notice. */
const chosenOf = (telling: Telling, { communityId, audience, openedBy: sent, digest, from }: Job): Page | undefined => {
  if (audience) return telling.audienceOf(communityId, audience, from);
  if (sent) return openedBy(telling, sent, from);
  return digest && telling.repo.preferences.atHour(digest.hour, from);
};
/** Of those who were asked or serve. */
const servingOf = (
  telling: Telling,
  { communityId, proposalId, shiftId, call, survey, from }: Job,
): Page | undefined => {
  if (survey) return telling.invitedOf(communityId, survey.roundId, survey, from);
  if (call) return telling.calls[call](communityId, proposalId, from);
  return shiftId ? telling.comersOf(communityId, shiftId, from) : undefined;
};

/** The next of those a fan-out is for. */
export const pageOf = async (telling: Telling, job: Job): Page => {
  const { communityId, proposalId, roles, named, from } = job;
  if (named) return NOBODY;
  const page = chosenOf(telling, job) ?? servingOf(telling, job);
  if (page) return page;
  return roles ? telling.membersOf(communityId, roles, from) : telling.followersOf(communityId, proposalId, from);
};
