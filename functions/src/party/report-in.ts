import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { mayReport, mayUse } from '@gongzhi/shared/party/rules';
import type { Input } from '@gongzhi/shared/kernel/contract';
import type { party } from '@gongzhi/shared/party/contract';
import { partyKey, type PartyItem } from '../kernel/party';
import { checkWords } from './check-words';
import { moveMember } from './move-member';
import { takesPart } from './takes-part';
import type { Handle } from './repo';

type Asked = Input<typeof party.reportIn>;
type Ctx = Parameters<Handle<'reportIn'>>[1];

/** Whether what is named is there, and may be said. */
const mayName = async (
  { communityId, unitId, unitName, displayName }: Asked,
  ctx: Ctx,
): Promise<Refusal<'UNIT_UNKNOWN' | 'TEXT_RISKY'> | undefined> => {
  if (unitId && !(await takesPart(communityId, unitId, ctx))) return refuse('UNIT_UNKNOWN');
  return checkWords(ctx, [displayName, unitName].filter(Boolean).join('\n'));
};

const asked = (input: Asked, { building, ctx }: { building: string | undefined; ctx: Ctx }): PartyItem => {
  const { communityId, kind, branchId, displayName, unitId, unitName, skills, earlier } = input;
  return {
    ...partyKey(communityId, ctx.caller.personId),
    ...({ kind, branchId, displayName, skills, state: 'asked', open: false, version: 0 } as const),
    askedAt: ctx.now.toISOString(),
    ...(unitId ? { unitId } : unitName ? { unitName } : {}),
    ...(building ? { building } : {}),
    ...(earlier ? { earlier } : {}),
  };
};

export const reportIn: Handle<'reportIn'> = async (input, ctx) => {
  const { communityId } = input;
  const { personId, consents } = ctx.caller;
  const no = mayUse(consents) ?? (await mayName(input, ctx));
  if (isRefusal(no)) return no;
  const people = await ctx.people(communityId, [personId]);
  const after = asked(input, { building: people.get(personId)?.home?.building, ctx });
  return moveMember(ctx, { communityId, personId }, {}, async (before) => {
    const refused = mayReport(before, ctx.now);
    if (refused) return refused;
    const { members, branches } = ctx.repo;
    if (!(await members.consenting([personId])).has(personId)) return refuse('PARTY_CONSENT');
    const branch = await branches.read(communityId, input.branchId);
    if (!branch || branch.closed) return refuse('BRANCH_CLOSED');
    const also = [members.consentWrite(personId)];
    return { after, event: 'report-asked', data: { branchId: input.branchId }, also };
  });
};
