import type { Words } from '@gongzhi/shared/announcements/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import type { InOne } from './repo-heads';

/** A text as it stood from an instant on; `note`: what was corrected. */
export interface TextItem {
  words: Words;
  at: string;
  note?: string;
}
/** What stands on the board, in the order of its publication. */
export interface BoardItem {
  sk: string;
  announcementId: string;
}
/** Texts shown of one announcement, the one that holds among them. */
const SHOWN = 10;
const textsPk = ({ communityId, announcementId }: InOne) => `${communityId}#a#${announcementId}`;
const textKey = (ids: InOne, version: number | 'proposed'): Key => ({
  pk: textsPk(ids),
  sk: version === 'proposed' ? version : `v${String(version).padStart(6, '0')}`,
});
const boardPk = (communityId: string) => `${communityId}#board`;
const boardKey = ({ communityId, announcementId }: InOne, at: string): Key => ({
  pk: boardPk(communityId),
  sk: `${at}#${announcementId}`,
});

/** The texts of announcements, and the public board. */
export const repoTexts = ({ table: TableName, get, getAll, page, under }: Pages) => ({
  read: (ids: InOne, version: number | 'proposed') => get<TextItem>(textKey(ids, version)),
  /** The newest texts, the newest first. */
  versions: async (ids: InOne): Promise<(TextItem & { version: number })[]> => {
    const items = (await under({ pk: textsPk(ids), prefix: 'v', limit: SHOWN })) as (TextItem & Key)[];
    return items.map((item) => ({ ...item, version: Number(item.sk.slice(1)) }));
  },
  write: (ids: InOne, version: number | 'proposed', text: TextItem): Write => ({
    Put: { TableName, Item: { ...textKey(ids, version), ...text } },
  }),
  dropProposedWrite: (ids: InOne): Write => ({ Delete: { TableName, Key: textKey(ids, 'proposed') } }),
  postWrite: (ids: InOne, at: string): Write => ({
    Put: { TableName, Item: { ...boardKey(ids, at), announcementId: ids.announcementId } },
  }),
  unpostWrite: (ids: InOne, at: string): Write => ({ Delete: { TableName, Key: boardKey(ids, at) } }),
  board: (communityId: string, { after, cursor }: { after: string; cursor?: string | undefined }) =>
    page<BoardItem>({ pk: boardPk(communityId), newestFirst: true, after, cursor }),
  /** The text that holds, of each of these. */
  current: async (communityId: string, heads: readonly { announcementId: string; version: number }[]) => {
    const keyOf = ({ announcementId, version }: { announcementId: string; version: number }) =>
      textKey({ communityId, announcementId }, version);
    const find = await getAll(heads.map(keyOf), { consistent: true });
    return (head: { announcementId: string; version: number }) => find<TextItem>(keyOf(head));
  },
});
