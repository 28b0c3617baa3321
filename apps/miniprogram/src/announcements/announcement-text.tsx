import { Text, View } from '@tarojs/components';
import { KINDS, type Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { LINKED, type Link, type Words } from '@gongzhi/shared/announcements/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Paragraphs } from '../kernel/ui/paragraphs';
import { Row } from '../kernel/ui/row';
import { Tag } from '../kernel/ui/tag';
import { AnnouncementFiles, type AnnouncementFilesProps } from './announcement-files';
import { spanOf } from '@gongzhi/shared/announcements/span-of';

const LEADS: Readonly<Record<Link['to'], (communityId: string, id: string) => void>> = {
  proposal: (communityId, proposalId) => open('councils', 'proposal', { communityId, proposalId }),
  vote: (communityId, voteId) => open('votes', 'vote', { communityId, voteId }),
  activity: (communityId, activityId) => open('volunteering', 'activity', { communityId, activityId }),
  meeting: (communityId, meetingId) => open('meetings', 'live', { communityId, meetingId }),
};

/** An announcement as a reader sees it. */
export function AnnouncementText(
  props: { communityId: string; kind: Kind; words: Words; at?: string } & Omit<AnnouncementFilesProps, 'files'>,
) {
  const { communityId, kind, words, at, announcementId, fetched, onRetry } = props;
  const { title, body, place, links, files = [] } = words;
  const span = spanOf(words);
  return (
    <Card>
      <View>
        <Tag label={KINDS[kind]} tone={kind === 'urgent' ? 'danger' : 'active'} />
      </View>
      <Text className="block strong">{title}</Text>
      {at ? <Text className="block small">{timeInWords(at)}</Text> : null}
      {span ? <Row label="时间" value={span} /> : null}
      {place ? <Row label="地点" value={place} /> : null}
      <Paragraphs text={body} />
      <AnnouncementFiles {...{ communityId, files, announcementId, fetched, onRetry }} />
      {links.map(({ to, id, label }) => (
        <Row key={id} label={LINKED[to]} value={label} onTap={() => LEADS[to](communityId, id)} />
      ))}
    </Card>
  );
}
