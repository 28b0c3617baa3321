import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Posted } from '@gongzhi/shared/announcements/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { AnnouncementText } from '../announcement-text';

/** Announcements whose pictures are seen at once; of the others they are fetched by whoever wants to see them. */
const SHOWN_AT_ONCE = 2;

/** As they are shown: the words of each, and how many files of it are not fetched yet. */
const withShown = (items: readonly Posted[], opened: readonly string[]) => {
  const seen = items.filter(({ files }) => files?.length).slice(0, SHOWN_AT_ONCE);
  return items.map((posted) => {
    const { title, body, place, when, until, files = [] } = posted;
    const isShown = seen.includes(posted) || opened.includes(posted.announcementId);
    const words = { title, body, place, when, until, links: [], files: isShown ? files : [] };
    return { ...posted, words, hidden: isShown ? 0 : files.length };
  });
};

/** What is announced to everybody now: for whoever comes by, without signing in. */
export default function Board() {
  const { communityId } = useParams('announcements', 'board');
  const { loaded, reload, load } = useLoaded(`board ${communityId}`, () =>
    call(announcements.readBoard, { communityId }),
  );
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { busy, print } = usePrinting();
  const sheet = () => print('board', () => call(announcements.printBoard, { communityId }));
  return (
    <Page
      title={loaded.value ? `${loaded.value.name}公告` : '社区公告'}
      primary={{ label: '打印成一张纸', busy: busy !== undefined, onTap: () => void sheet() }}
    >
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '现在没有公告。' }}
      >
        {({ items, next }) => (
          <>
            {withShown(items, opened).map(({ announcementId, kind, at, corrected, fetched, words, hidden }) => (
              <View key={announcementId}>
                <AnnouncementText
                  communityId={communityId}
                  kind={kind}
                  at={at}
                  fetched={fetched}
                  onRetry={reload}
                  words={words}
                />
                {hidden ? (
                  <Row
                    label="图片和文件"
                    value={`看 ${hidden} 个`}
                    onTap={() => setOpened([...opened, announcementId])}
                  />
                ) : null}
                {corrected ? <Text className="block small">这份公告有过更正，这里是更正以后的。</Text> : null}
              </View>
            ))}
            {next ? (
              <PrimaryButton
                kind="plain"
                label="看更早的"
                busy={loaded.loading}
                onTap={() => load(() => call(announcements.readBoard, { communityId, cursor: next }))}
              />
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
