import type { Line } from '@gongzhi/shared/meetings/model';
import type { Handle } from './repo';
import { lineOf } from './repo-minutes';

/** The words of a line that waits or was kept back are shown to its author and to workers only. */
const shownTo = (line: Line, reader: { personId: string; works: boolean }): Line => {
  const hidden = line.state !== undefined && line.state !== 'published';
  if (!hidden || reader.works || line.personId === reader.personId) return line;
  const { text: _, ...rest } = line;
  return rest;
};

export const listLines: Handle<'listLines'> = async ({ cursor, ...ids }, { repo, caller }) => {
  const { items, next } = await repo.minutes.lines(ids, cursor);
  const reader = { personId: caller.personId, works: caller.roles.includes('worker') };
  return { items: items.map((item) => shownTo(lineOf(item), reader)), next };
};
