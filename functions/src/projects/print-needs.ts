import type { Handle, Deps } from './repo';
import type { NeedItem } from './repo-needs';
import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';

/** What is open or taken, the newest first, at most so many as the table prints. */
const gather = async (communityId: string, { repo }: Pick<Deps, 'repo'>): Promise<NeedItem[]> => {
  const found: NeedItem[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await repo.needs.shown(communityId, cursor);
    found.push(...items.filter(({ state }) => state === 'open' || state === 'taken'));
    cursor = next;
  } while (cursor && found.length < PROJECTS.mostPrinted.value);
  return found.slice(0, PROJECTS.mostPrinted.value);
};

/** What draws it, and its font, are loaded only here. */
export const printNeeds: Handle<'printNeeds'> = async ({ communityId }, ctx) => {
  const needs = await gather(communityId, ctx);
  const { drawNeeds } = await import('./draw-needs');
  const pdf = await drawNeeds(needs, ctx.now);
  return { fileName: '需求表.pdf', mediaType: 'application/pdf', base64: pdf.toString('base64') };
};
