import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Turn } from '@gongzhi/shared/reports/model';
import { mayAnswer, objectUntil } from '@gongzhi/shared/reports/rules';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Ctx } from '../kernel/caller';
import { checkSaid } from './check-said';
import { findReport } from './find-report';
import { prepareOne } from './prepare-one';
import type { Deps, Handle } from './repo';
import type { OfMember } from './repo-reports';

type Found = NonNullable<Awaited<ReturnType<typeof findReport>>>;
type Sources = Deps & Pick<Ctx, 'now'>;

/** The objection stays as it was said, and the member has the days again before the report may go. */
const keep = async (of: OfMember, { report }: Found, { repo, now }: Sources): Promise<Write[]> => {
  const { objectionDays } = await repo.settings.rule(of.communityId);
  return [
    repo.reports.changeWrite(of, {
      to: 'SET #answeredAt = :at, #objectUntil = :until',
      when: '#version = :version AND attribute_exists(#objectedAt) AND attribute_not_exists(#answeredAt)',
      lost: 'MOVED',
      values: { ':at': now.toISOString(), ':until': objectUntil(now, objectionDays), ':version': report.version },
    }),
  ];
};

/** Made anew from the ledger as it stands, without what was ever left out of it. */
const makeAnew = async (of: OfMember, { report, member, branch }: Found, sources: Sources, out: boolean) => {
  const { repo, now } = sources;
  const [said, turns] = await Promise.all([repo.reports.facts(of), repo.reports.turns(of)]);
  const pointed = turns.find(({ version }) => version === report.version)?.lines ?? [];
  const gone = out ? pointed.flatMap((n) => said?.entryIds[n - 1] ?? []) : [];
  const leftOut = [...(said?.leftOut ?? []), ...gone];
  const making = { ...of, member, branch: branch.name, version: report.version + 1, leftOut };
  return (await prepareOne(sources, making, now)).writes;
};

export const answerReport: Handle<'answerReport'> = async ({ verdict, words, ...of }, ctx) => {
  const found = await findReport(of, ctx);
  if (!found) return refuse('NOT_FOUND');
  const no = mayAnswer(found.report, found.member);
  if (no) return recallAnswer(ctx, no);
  const risky = await checkSaid('对异议的答复', words, ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const { memberId, period } = of;
  const { version: before } = found.report;
  const version = verdict === 'kept' ? before : before + 1;
  const turn: Required<Pick<Turn, 'verdict' | 'answer' | 'answeredAt'>> = { verdict, answer: words, answeredAt: at };
  const writes = [
    ...(verdict === 'kept' ? await keep(of, found, ctx) : await makeAnew(of, found, ctx, verdict === 'leftOut')),
    ctx.repo.reports.answerWrite(of, before, turn),
  ];
  const data = { memberId, period, version, verdict };
  const event = { type: 'reports.objection-answered', subject: `reports/${memberId}`, data };
  const done = await commit(ctx, writes, event, { memberId, period, version, at });
  return isLost(done) ? refuse('STALE') : done;
};
