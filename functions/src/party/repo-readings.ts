import type { Pages } from '../kernel/pages';
import { readingsPk, type ReadingItem } from '../kernel/party-log';

export const repoReadings = ({ page }: Pages) => ({
  /** Who read of a member, by the day, the newest first. */
  list: (communityId: string, personId: string, cursor: string | undefined) =>
    page<ReadingItem>({ pk: readingsPk(communityId, personId), newestFirst: true, cursor }),
});
