import { Text } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Posted } from '@gongzhi/shared/announcements/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { AnnouncementText } from '../announcement-text';

/** Announcements whose pictures are seen at once; those of the others are fetched by whoever wants to see them. */
const SHOWN_AT_ONCE = 2;

/** As they are shown: the words of each, how many files of it are not shown yet, and what is said under it. */
const withShown = (items: readonly Posted[], all: boolean) => {
  const seen = items.filter(({ files }) => files?.length).slice(0, all ? items.length : SHOWN_AT_ONCE);
  return items.map((posted) => {
    const { title, body, place, when, until, files = [] } = posted;
    const isShown = seen.includes(posted);
    const words = { title, body, place, when, until, links: [], files: isShown ? files : [] };
    const hidden = isShown ? 0 : files.length;
    const note = [
      `${timeInWords(posted.at)}发布。`,
      hidden > 0 ? `附有图片和文件 ${hidden} 个。` : '',
      posted.corrected ? '这份公告有过更正，这里是更正以后的。' : '',
    ].join('');
    return { ...posted, words, hidden, note };
  });
};

/** What is announced to everybody now: for whoever comes by, without signing in. */
export default function Board() {
  const { communityId } = useParams('announcements', 'board');
  const { loaded, reload, load } = useLoaded(`board ${communityId}`, () =>
    call(announcements.readBoard, { communityId }),
  );
  const [all, setAll] = useState(false);
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
            {withShown(items, all).map(({ announcementId, kind, fetched, words, note }) => (
              <Fragment key={announcementId}>
                <AnnouncementText
                  communityId={communityId}
                  kind={kind}
                  fetched={fetched}
                  onRetry={reload}
                  words={words}
                />
                <Text className="block small">{note}</Text>
              </Fragment>
            ))}
            {!all && withShown(items, false).some(({ hidden }) => hidden > 0) ? (
              <PrimaryButton kind="plain" label="看全部图片和文件" onTap={() => setAll(true)} />
            ) : null}
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
