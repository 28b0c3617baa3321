import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** Where an announcement lies in the announcements table. */
export const announcementKey = (communityId: string, announcementId: string) => ({
  pk: `${communityId}#announcements`,
  sk: announcementId,
});

/** How far an announcement has come; only a published one is told, and a withdrawn one was. */
export const STATES = ['draft', 'waiting', 'returned', 'scheduled', 'published', 'withdrawn'] as const;
export type AnnouncementState = (typeof STATES)[number];

/** What other slices may know of an announcement; whom it is for, and what its messages say. */
export interface AnnouncementFacts {
  title: string;
  kind: Kind;
  authorId: string;
  audience: Audience;
  /** When it was published; before that, when it was written. */
  at: string;
  state: AnnouncementState;
  /** It may come in quiet hours; who allowed it and why lies in the item. */
  override?: true;
  place?: string;
  /** When what it tells of begins. */
  when?: string;
  /** Counts up with each correction, from 1. */
  version: number;
}
export type Announcements = ReturnType<typeof createAnnouncements>;
export interface AnnouncementRef {
  communityId: string;
  announcementId: string;
}
const factsOf = (item: AnnouncementFacts): AnnouncementFacts => {
  const { title, kind, authorId, audience, at, state, override, place, when, version } = item;
  return {
    ...{ title, kind, authorId, audience, at, state, version },
    ...(override ? { override: true } : {}),
    ...(place ? { place } : {}),
    ...(when ? { when } : {}),
  };
};

/** Reads announcements for other slices. */
export const createAnnouncements = (client: DynamoDBDocumentClient, table: string) => {
  const { get, getAll } = createPages({ client, table, cursors: createCursors('') });
  return {
    /** Strongly consistent; one read unit for each 4 KB of it. */
    find: async (communityId: string, announcementId: string): Promise<AnnouncementFacts | undefined> => {
      const item = await get<AnnouncementFacts>(announcementKey(communityId, announcementId));
      return item && factsOf(item);
    },
    /** Several, eventually consistent: half a unit each, and nothing for none. */
    some: async (refs: readonly AnnouncementRef[]) => {
      const keyOf = ({ communityId, announcementId }: AnnouncementRef) => announcementKey(communityId, announcementId);
      const find = await getAll(refs.map(keyOf), { consistent: false });
      return (ref: AnnouncementRef): AnnouncementFacts | undefined => {
        const item = find<AnnouncementFacts>(keyOf(ref));
        return item && factsOf(item);
      };
    },
  };
};
