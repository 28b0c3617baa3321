import { mayJoin } from '@gongzhi/shared/directory/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { WechatUnavailable } from '../kernel/wechat/failures';
import { decideAgain } from './decide-again';
import type { Deps, Handler } from './repo';
import type { HouseholdItem } from './repo-roll';
import { takeSeat } from './take-seat';

const MAINLAND = '86';

/** The tag of the caller's number, or why there is none. A code works once, so WeChat is asked once. */
const tagOfCaller = async (communityId: string, phoneCode: string, { wechat, codes }: Deps) => {
  try {
    const answer = await (await wechat()).phoneNumber(phoneCode);
    if (!answer.ok) return refuse(answer.code === 'TOO_MANY' ? 'TOO_MANY' : 'PHONE_CODE_BAD');
    return answer.countryCode === MAINLAND ? codes.phoneTag(communityId, answer.phone) : refuse('PHONE_UNKNOWN');
  } catch (error) {
    if (error instanceof WechatUnavailable) return refuse('BUSY');
    throw error;
  }
};

/** Households whose roll lists this phone now: what the phone's own items say may be old. */
const householdsWith = async (communityId: string, tag: string, { repo }: Deps): Promise<HouseholdItem[]> => {
  const doors = await repo.roll.byPhone(communityId, tag);
  const findAt = await repo.roll.households(communityId, doors);
  return doors.flatMap((at) => findAt(at) ?? []).filter(({ adults }) => adults.some((adult) => adult.tag === tag));
};

export const joinByPhone: Handler<'joinByPhone'> = async ({ communityId, phoneCode, displayName }, ctx) => {
  if (!ctx.caller.consents.includes('phone')) return refuse('CONSENT_NEEDED');
  if (ctx.caller.householdId) return refuse('ALREADY_MEMBER');
  const tag = await tagOfCaller(communityId, phoneCode, ctx);
  if (typeof tag !== 'string') return tag;
  return decideAgain(async () => {
    const [member, households] = await Promise.all([
      ctx.repo.members.find(communityId, ctx.caller.personId),
      householdsWith(communityId, tag, ctx),
    ]);
    const household = households.find((one) => !mayJoin(member, one)) ?? households[0];
    if (!household) return refuse('PHONE_UNKNOWN');
    const no = mayJoin(member, household);
    if (no) return no;
    const { householdId } = household;
    return commit(
      ctx,
      takeSeat(ctx, { household, member, displayName, now: ctx.now }),
      { type: 'directory.member-joined', subject: member.sk, data: { householdId, by: 'phone' } },
      { communityId, householdId, joinedAt: ctx.now.toISOString() },
    );
  });
};
