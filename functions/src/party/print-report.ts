import { refuse } from '@gongzhi/shared/kernel/refusals';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { isLive, mayUse } from '@gongzhi/shared/party/rules';
import { callNames } from './call-names';
import type { Handle } from './repo';
import { showReport } from './show-report';

const skillsIn = (skills: readonly string[]): string[] =>
  skills.map((skill) => (SKILLS as Readonly<Record<string, string>>)[skill] ?? skill);

/** What draws it, and its font, are loaded only here. */
export const printReport: Handle<'printReport'> = async ({ communityId, paper }, ctx) => {
  const { repo, caller, now } = ctx;
  const no = mayUse(caller.consents);
  if (no) return no;
  const one = await repo.members.read(communityId, caller.personId);
  if (!one || !isLive(one)) return refuse('NOT_REPORTED');
  const [called, communityName, { drawPapers }] = await Promise.all([
    callNames(ctx, communityId, [one]),
    ctx.communities.nameOf(streetOf(communityId), communityId),
    import('./draw-papers'),
  ]);
  const report = showReport(one, called(one), now);
  const pdf = await drawPapers(paper, { report, communityName, skills: skillsIn(one.skills) });
  const fileName = `${paper === 'slip' ? '党员报到单' : '党员服务登记卡'}.pdf`;
  return { fileName, mediaType: 'application/pdf' as const, base64: pdf.toString('base64') };
};
