import { REPORTS_AT_ONCE } from '@gongzhi/shared/reports/rule-sets';
import { mayReplace } from '@gongzhi/shared/reports/rules';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import type { Branch, PartyMember } from '../kernel/party';
import { prepareOne } from './prepare-one';
import type { Deps } from './repo';

export interface Preparing extends Pick<Deps, 'repo' | 'party' | 'lines' | 'units'> {
  ledger: Ledger;
}
/**
 * A branch’s reports that were asked for: by its secretary, or by the clock, which is nobody (`secretaryId` absent).
 * `from`: the member after whom to go on; `asked`: the id of the first event.
 */
export interface Asked {
  communityId: string;
  branchId: string;
  secretaryId?: string | undefined;
  period: string;
  asked: string;
  from?: string | undefined;
}

const prepare = async (
  deps: Preparing,
  { communityId, period, branch }: Asked & { branch: Branch },
  member: PartyMember,
  now: Date,
) => {
  const memberId = member.personId;
  const before = await deps.repo.reports.read({ communityId, memberId, period });
  if (mayReplace(before, member)) return;
  const version = (before?.version ?? 0) + 1;
  const making = { communityId, member, branch: branch.name, period, version, leftOut: [] };
  const { writes, count } = await prepareOne(deps, making, now);
  if (count === 0) return;
  const ctx = actAlone(deps.ledger, communityId, `report-${memberId}-${period}-${version}`, now);
  const { objectionDays: days } = await deps.repo.settings.rule(communityId);
  const data = { memberId, period, version, days };
  const event = { type: 'reports.report-prepared', subject: `reports/${memberId}`, via: 'system' as const, data };
  await commit(ctx, writes, event, { memberId, version });
};

/**
 * Prepares the reports of some members and asks itself for the next: a branch of any size is done in short steps, and a
 * step that comes twice changes nothing. Whoever is secretary no longer has asked for nothing.
 */
export const prepareSome = async (deps: Preparing, asked: Asked, now: Date): Promise<void> => {
  const { communityId, branchId, secretaryId, period } = asked;
  const branch = await deps.party.branch(communityId, branchId);
  if (!branch || (secretaryId !== undefined && branch.secretaryId !== secretaryId)) return;
  const { members, next } = await deps.party.page(communityId, asked.from);
  const own = members.filter((member) => member.branchId === branchId);
  for (let i = 0; i < own.length; i += REPORTS_AT_ONCE)
    await Promise.all(own.slice(i, i + REPORTS_AT_ONCE).map((one) => prepare(deps, { ...asked, branch }, one, now)));
  if (!next) return;
  const ctx = actAlone(deps.ledger, communityId, `reports-${asked.asked}-${next}`, now);
  const by = secretaryId === undefined ? {} : { secretaryId };
  const data = { branchId, ...by, period, asked: asked.asked, from: next };
  const event = { type: 'reports.branch-asked', subject: `reports/${branchId}`, via: 'system' as const, data };
  await commit(ctx, [], event, { from: next });
};
