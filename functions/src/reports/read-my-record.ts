import { refuse } from '@gongzhi/shared/kernel/refusals';
import { sumsOf } from '@gongzhi/shared/reports/facts';
import { findMember } from './find-member';
import { logReading } from './log-reading';
import { spanSince } from './prepare-one';
import type { Handle } from './repo';

export const readMyRecord: Handle<'readMyRecord'> = async (
  { communityId, period, cursor },
  { party, lines, caller },
) => {
  const member = await party.member(communityId, caller.personId);
  if (!member?.since) return refuse('NOT_REPORTED_IN');
  return lines.page({ communityId, volunteerId: caller.personId }, spanSince(period, member.since), cursor);
};

export const sumMyRecord: Handle<'sumMyRecord'> = async ({ communityId, period }, { party, lines, caller }) => {
  const member = await party.member(communityId, caller.personId);
  if (!member?.since) return refuse('NOT_REPORTED_IN');
  const span = spanSince(period, member.since);
  const all = await lines.standing({ communityId, volunteerId: caller.personId }, span);
  return { ...sumsOf(all), since: member.since };
};

export const readMemberRecord: Handle<'readMemberRecord'> = async ({ communityId, memberId, period, cursor }, ctx) => {
  const found = await findMember(communityId, memberId, ctx);
  if (!found?.member.since) return refuse('NOT_FOUND');
  await logReading({ communityId, as: 'secretary', what: 'record' }, [memberId], ctx);
  const span = spanSince(period, found.member.since);
  const page = await ctx.lines.page({ communityId, volunteerId: memberId }, span, cursor);
  return { ...page, name: found.member.displayName };
};
