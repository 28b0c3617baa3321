import type { Words } from '@gongzhi/shared/announcements/model';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import type { Deps } from './repo';

/** What WeChat's check says of a text: refused when risky; `waits`: somebody else looks at it before it goes out. */
export const checkContent = ({ title, body, place, links }: Words, ctx: Pick<Ctx & Deps, 'check' | 'caller'>) =>
  checkWords({ title, text: [title, body, place ?? '', ...links.map(({ label }) => label)].join('\n') }, ctx);
