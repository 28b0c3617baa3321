import { mayLeave } from '@gongzhi/shared/announcements/files';
import type { Words } from '@gongzhi/shared/announcements/model';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import type { Deps } from './repo';

/** What WeChat's check says of a text: refused when risky; `waits`: somebody else looks at it before it goes out. */
const checkText = ({ title, body, place, links, files = [] }: Words, ctx: Pick<Ctx & Deps, 'check' | 'caller'>) => {
  const labels = [...links, ...files].map(({ label }) => label);
  return checkWords({ title, text: [title, body, place ?? '', ...labels].join('\n') }, ctx);
};

/** What the checks say of a text and its files, the files first: they cost nothing to look up. */
export const checkContent = async (
  communityId: string,
  words: Words,
  ctx: Pick<Ctx & Deps, 'check' | 'caller' | 'repo'>,
) => {
  const { files = [] } = words;
  const leave = mayLeave(files, await ctx.repo.files.some(communityId, files));
  if (isRefusal(leave)) return leave as Exclude<typeof leave, { waits: boolean }>;
  const checked = await checkText(words, ctx);
  return isRefusal(checked) ? checked : { waits: checked.waits || (leave as { waits: boolean }).waits };
};
