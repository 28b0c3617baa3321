import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { linesOf, numbered, sumsOf } from '@gongzhi/shared/reports/facts';
import type { Facts, RecordLine } from '@gongzhi/shared/reports/model';
import { spanOf, type PeriodId } from '@gongzhi/shared/kernel/periods';
import type { Write } from '../kernel/commit';
import type { PartyMember } from '../kernel/party';
import type { Deps } from './repo';
import type { FactsItem } from './repo-reports';

/** One report to be made: of whom, for when, and what of it was left out after an objection. */
export interface Making {
  communityId: string;
  member: PartyMember;
  branch: string;
  period: PeriodId;
  version: number;
  leftOut: readonly string[];
}
type Sources = Pick<Deps, 'repo' | 'lines' | 'units'>;

/** The part of a period that belongs to a membership: acts before it began are nobody’s business here. */
export const spanSince = (period: PeriodId, since: string): { from: string; to: string } => {
  const { from, to } = spanOf(period);
  return { from: since > from ? since : from, to };
};

const unitNameOf = async ({ units }: Sources, { communityId, member }: Making): Promise<string | undefined> => {
  const unit = member.unitId ? await units.unit(communityId, member.unitId) : undefined;
  return unit?.name ?? member.unitName;
};
const offeredOf = (lines: readonly RecordLine[]): FactsItem['offered'] =>
  lines.flatMap(({ served }, i) => (served?.words ? [{ n: i + 1, words: served.words }] : []));

/** Reads the ledger as it stands and writes the report with what it says. */
export const prepareOne = async (
  sources: Sources,
  making: Making,
  now: Date,
): Promise<{ writes: Write[]; count: number }> => {
  const { communityId, member, branch, period, version, leftOut } = making;
  const { personId: memberId, displayName: name, kind: memberKind, branchId, unitId, since = '' } = member;
  const span = spanSince(period, since);
  const all = await sources.lines.standing({ communityId, volunteerId: memberId }, span);
  const lines = all.filter(({ entryId }) => !leftOut.includes(entryId));
  const shown = numbered(lines);
  const sums = sumsOf(lines);
  const unit = await unitNameOf(sources, making);
  const facts: Facts = {
    ...{ name, memberKind, branch, ...(unit ? { unit } : {}), period },
    ...{ fromDay: dayInChina(span.from), toDay: spanOf(period).toDay, ...sums, ...linesOf(shown) },
  };
  const count = sums.service.count + sums.central.count;
  const minutes = sums.service.minutes + sums.central.minutes;
  const report = {
    ...{ memberId, name, branchId, ...(unitId ? { unitId } : {}), since, version, count, minutes },
    preparedAt: now.toISOString(),
  };
  const entryIds = shown.map(({ entryId }) => entryId);
  const said = { facts, entryIds, offered: offeredOf(shown), leftOut: [...leftOut] };
  const writes = sources.repo.reports.prepareWrites({ communityId, memberId, period }, report, said);
  return { writes, count: count + (sums.honorary > 0 ? 1 : 0) };
};
