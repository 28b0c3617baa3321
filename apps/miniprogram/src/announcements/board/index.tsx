import { Text, View } from '@tarojs/components';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { AnnouncementText } from '../announcement-text';

/** What is announced to everybody now: for whoever comes by, without signing in. */
export default function Board() {
  const { communityId } = useParams('announcements', 'board');
  const { loaded, reload, load } = useLoaded(`board ${communityId}`, () =>
    call(announcements.readBoard, { communityId }),
  );
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
            {items.map(({ announcementId, kind, title, body, place, when, until, at, corrected, files, fetched }) => (
              <View key={announcementId}>
                <AnnouncementText
                  communityId={communityId}
                  kind={kind}
                  at={at}
                  fetched={fetched}
                  onRetry={reload}
                  words={{
                    title,
                    body,
                    links: [],
                    ...(files ? { files } : {}),
                    ...(place ? { place } : {}),
                    ...(when ? { when } : {}),
                    ...(until ? { until } : {}),
                  }}
                />
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
