import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { callBackCodeIn, ticketOf } from '@gongzhi/shared/satisfaction/call-back-codes';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useLoaded } from '../../kernel/use-loaded';
import { InCommunity } from '../in-community';
import { MyFollowUpCard } from '../mine/my-follow-up';

const TITLE = '凭回访码查看';

function Found({ communityId, ticket }: { communityId: string; ticket: string }) {
  const { loaded, reload } = useLoaded(ticket, () =>
    call(satisfaction.findFollowUps, { communityId, tickets: [ticket] }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '没有找到。当天答的，第二天早上 9 点以后才能查；也请核对回访码和社区。' }}
    >
      {({ items }) => (
        <>
          {items.map((followUp) => (
            <Card key={followUp.followUpId}>
              <MyFollowUpCard communityId={communityId} followUp={followUp} done={reload} />
            </Card>
          ))}
        </>
      )}
    </ListState>
  );
}

function ByCode({ communityId }: { communityId: string }) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string>();
  const ticket = ticketOf(typed);
  return (
    <Page title={TITLE} primary={{ label: '查看', disabled: !ticket, onTap: () => setAsked(ticket) }}>
      <View className="stack">
        <Text className="block">
          用答题码打了“不满意”的，作答以后会看到一个回访码。凭它看社区的答复，并说是否认可。
        </Text>
        <Field
          label="回访码"
          hint="16 位字符，不分大小写"
          value={typed}
          onChange={(words) => setTyped(callBackCodeIn(words))}
        />
        {typed ? <Text className="code-large">{typed}</Text> : null}
      </View>
      {asked ? <Found communityId={communityId} ticket={asked} /> : null}
    </Page>
  );
}

/** What came of a low answer that was given by code, for whoever wrote the call-back code down. */
export default function CallBack() {
  const { communityId: given } = useParams('satisfaction', 'call-back');
  return (
    <InCommunity title={TITLE} given={given}>
      {(communityId) => <ByCode communityId={communityId} />}
    </InCommunity>
  );
}
