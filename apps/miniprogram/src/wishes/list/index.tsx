import { Text } from '@tarojs/components';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { WishList } from '../wish-list';

/** Wishes that wait for somebody. */
export default function List() {
  const { communityId } = useParams('wishes', 'list');
  const ask = (cursor?: string) => call(wishes.listOpen, { communityId, ...(cursor ? { cursor } : {}) });
  return (
    <Page title="微心愿" primary={{ label: '许个微心愿', onTap: () => open('wishes', 'make', { communityId }) }}>
      <Text className="block">邻居的小心愿：修一样东西，买一样东西，陪着办一件事。谁能帮，就认领一个。</Text>
      <Card>
        <Row label="我的微心愿" value="我许的、我认领的" onTap={() => open('wishes', 'mine', { communityId })} />
        <Row label="微心愿的办法" onTap={() => open('wishes', 'rule', { communityId })} />
      </Card>
      <WishList
        communityId={communityId}
        name={`open ${communityId}`}
        empty={{ words: '现在没有等人认领的微心愿。您有什么小心愿，可以请邻居帮忙。' }}
        ask={ask}
      />
    </Page>
  );
}
