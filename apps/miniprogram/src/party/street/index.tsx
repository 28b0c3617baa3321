import { Text } from '@tarojs/components';
import { party } from '@gongzhi/shared/party/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { figureWords } from './model';

/** Counts of the street's communities: nobody's name. */
export default function Street() {
  const { streetId } = useParams('party', 'street');
  const { loaded, reload, more } = usePages(streetId, (cursor) =>
    call(party.listStreetFigures, { streetId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="报到情况">
      <Text className="block small">只有人数，没有名字，不作社区之间的比较。少于三人的不显示。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '这个街道还没有开通社区。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <Card key={one.communityId}>
                <Text className="block strong">{one.name}</Text>
                <Text className="block">{figureWords(one).join('\n')}</Text>
                <Row
                  label={`${one.name}的需求`}
                  value="有没有人接"
                  onTap={() => open('projects', 'lists', { communityId: one.communityId })}
                />
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多社区" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
