import { createHash } from 'node:crypto';
import type { Signed, Turn } from '@gongzhi/shared/reports/model';
import { sentJson, signedText } from '@gongzhi/shared/reports/signed-text';
import { signText } from '../kernel/sign-text';
import type { FactsItem, OfMember, ReportItem } from './repo-reports';

/** The objection that was kept, where the member wants it to go along. */
const alongOf = (turns: readonly Turn[], { version }: ReportItem) =>
  turns.find((turn) => turn.version === version && turn.verdict === 'kept' && turn.goesAlong);

/** What leaves the community, signed. It follows from what no longer changes: signing twice gives the same bytes. */
export const signReport = (
  { communityId }: Pick<OfMember, 'communityId'>,
  report: ReportItem & { number: string; sentAt: string },
  { facts, offered, turns }: Pick<FactsItem, 'facts' | 'offered'> & { turns: readonly Turn[] },
  keys: { privateJwk: Record<string, unknown> },
): Signed => {
  const { number, sentAt, chosen = [] } = report;
  const words = offered.filter(({ n }) => chosen.includes(n)).map((one) => one.words);
  const json = sentJson({ communityId, number, sentAt, facts, words, objection: alongOf(turns, report) });
  const hash = createHash('sha256').update(json).digest('hex');
  return { number, json, hash, ...signText(signedText(hash), keys), signedAt: sentAt };
};
