import { Text } from '@tarojs/components';
import { party } from '@gongzhi/shared/party/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { accessWords } from '../words';

/** Who on the staff read of the reader, on which day. */
export default function ReadOfMe() {
  const { communityId } = useParams('party', 'access');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listAccess, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="谁看过我">
      <Card>
        <Text className="block">支部书记、社区工作者和单位联系人每次看到您的名字，都记在这里，保存三年。</Text>
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人看过。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <Card key={`${one.day}${one.as}${one.what}${one.readerName}`}>
                <Text className="block strong">{dateInWords(one.at)}</Text>
                <Text className="block">{accessWords(one)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
