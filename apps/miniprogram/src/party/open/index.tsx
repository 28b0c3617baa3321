import { Text } from '@tarojs/components';
import { party } from '@gongzhi/shared/party/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { figureWords } from '../street/model';

/** Members who chose to be seen, and how many there are. */
export default function OpenMembers() {
  const { communityId } = useParams('party', 'open');
  const figures = useLoaded(communityId, () => call(party.readFigures, { communityId }));
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listOpen, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="公开的党员">
      <ListState loaded={figures.loaded} retry={figures.reload}>
        {(counts) => (
          <Card>
            <Text className="block">{figureWords(counts).join('\n')}</Text>
          </Card>
        )}
      </ListState>
      <Text className="heading">自己选择公开的</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items, next }) => items.length === 0 && !next}
        empty={{
          words: '还没有人公开。公开不公开都一样办事。',
          action: { label: '我的报到', onTap: () => open('party', 'mine', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ displayName }, i) => (
              <Card key={`${i}${displayName}`}>
                <Text className="block">{displayName}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
