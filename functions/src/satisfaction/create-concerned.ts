import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { createFollowersOf } from '../kernel/followers';
import { createMatters } from '../kernel/matters';
import { createActivities, createComersOf } from '../kernel/shifts';

type Page = { ids: string[]; next: string | undefined };
/** Whom a finished event concerned, a page at a time, and what it was. */
export interface EventSource {
  title(): Promise<string | undefined>;
  page(from: string | undefined): Promise<Page>;
}
/** What is read of an event, by its service: of a matter its followers, of a shift those who came, of a wish its maker. */
export type Concerned = (service: Service, communityId: string, about: Record<string, string>) => EventSource;

interface WishFacts {
  title: string;
  authorId: string;
  behalf?: boolean;
}

export const createConcerned = (
  client: DynamoDBDocumentClient,
  tables: { councils: string; volunteering: string; wishes: string },
): Concerned => {
  const [followers, matters] = [createFollowersOf(client, tables.councils), createMatters(client, tables.councils)];
  const [comers, activities] = [
    createComersOf(client, tables.volunteering),
    createActivities(client, tables.volunteering),
  ];
  const wishes = createActivities(client, tables.wishes);
  const sources: Record<Service, (communityId: string, about: Record<string, string>) => EventSource> = {
    resolution: (communityId, { subject = '' }) => ({
      title: async () => (await matters.read(communityId, subject))?.title,
      page: (from) => followers(communityId, subject, from),
    }),
    activity: (communityId, { subject = '', activityId = '' }) => ({
      title: async () => (await activities.read(communityId, activityId))?.title,
      page: (from) => comers(communityId, subject, from),
    }),
    wish: (communityId, { subject = '' }) => {
      const read = async () => (await wishes.read(communityId, subject)) as unknown as WishFacts | undefined;
      return {
        title: async () => (await read())?.title,
        // somebody without a phone made it through a worker, who is not asked in their place
        page: async () => {
          const wish = await read();
          return { ids: wish && !wish.behalf ? [wish.authorId] : [], next: undefined };
        },
      };
    },
  };
  return (service, communityId, about) => sources[service](communityId, about);
};
