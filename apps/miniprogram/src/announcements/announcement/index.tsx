import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Shown } from '@gongzhi/shared/announcements/model';
import { notices } from '@gongzhi/shared/notices/contract';
import { filesLine } from '@gongzhi/shared/announcements/files';
import { spanOf } from '@gongzhi/shared/announcements/span-of';
import { noticeIdOf } from '@gongzhi/shared/kernel/announcement-notice';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { Row } from '../../kernel/ui/row';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { useLoaded } from '../../kernel/use-loaded';
import { AnnouncementText } from '../announcement-text';
import { aloudOf } from './model';

/** What it said before, for whoever remembers it otherwise. */
function Earlier({ earlier }: Pick<Shown, 'earlier'>) {
  if (earlier.length === 0) return null;
  return (
    <>
      <Text className="heading">更正以前</Text>
      {earlier.map(({ version, at, words }) => (
        <Card key={version}>
          <Text className="block small">{timeInWords(at)}</Text>
          <Text className="block strong">{words.title}</Text>
          {spanOf(words) ? <Row label="时间" value={spanOf(words) ?? ''} /> : null}
          {words.place ? <Row label="地点" value={words.place} /> : null}
          <Paragraphs text={words.body} />
          {words.files?.length ? <Text className="block small">{`附有${filesLine(words.files)}`}</Text> : null}
        </Card>
      ))}
    </>
  );
}

/** An announcement for whoever it is for. That it was opened is a fact of opening it; nothing more is asked of the reader. */
export default function Announcement() {
  const at = useParams('announcements', 'announcement');
  const { loaded, reload } = useLoaded(`announcement ${at.announcementId}`, () =>
    call(announcements.readAnnouncement, at),
  );
  const published = loaded.value?.at;
  useEffect(() => {
    // whoever was not told has nothing to mark
    if (published) void call(notices.markRead, { noticeId: noticeIdOf({ ...at, at: published }) });
  }, [published, at.announcementId]);
  return (
    <Page title="通知">
      <ListState loaded={loaded} retry={reload}>
        {(value) => (
          <>
            {value.state === 'withdrawn' ? (
              <Banner tone="danger" title="这份通知已经撤回" words={value.reason ?? '请以社区后来的通知为准。'} />
            ) : null}
            {value.note && value.correctedAt ? (
              <Banner tone="waiting" title={`${timeInWords(value.correctedAt)}更正`} words={value.note} />
            ) : null}
            <AnnouncementText
              {...{ communityId: at.communityId, kind: value.kind, words: value.words, at: value.at }}
              announcementId={value.state === 'withdrawn' ? undefined : at.announcementId}
            />
            <ReadAloud text={aloudOf(value)} />
            <Earlier earlier={value.earlier} />
          </>
        )}
      </ListState>
    </Page>
  );
}
