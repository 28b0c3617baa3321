import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { councils } from '@gongzhi/shared/councils/contract';
import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { Welcome } from '../welcome';
import { byline, stageTag, standsAt } from './model';

function Head({ head }: { head: ProposalHead }) {
  const [stage, tone] = stageTag(head);
  return (
    <Card onTap={() => open('councils', 'proposal', { communityId: head.communityId, proposalId: head.proposalId })}>
      <View className="between">
        <Text className="small">{byline(head)}</Text>
        <Tag label={stage} tone={tone} />
      </View>
      <Text className="block strong">{head.title}</Text>
      <Text className="block small">{standsAt(head)}</Text>
    </Card>
  );
}

function Proposals({ communityId }: { communityId: string }) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(councils.listProposals, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const write = () => open('councils', 'write', { communityId });
  useDidShow(reload);
  return (
    <Page title="议事" primary={{ label: '我要提议', onTap: write }}>
      <Card>
        <Row label="会议" value="通知、签到、纪要" onTap={() => open('meetings', 'list', { communityId })} />
        <Row label="决议" value="落实得怎么样" onTap={() => open('resolutions', 'list', { communityId })} />
        <Row label="社区记分卡" value="每季度一张" onTap={() => open('scorecards', 'cards', { communityId })} />
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人提议。楼道、停车、环境……您关心的事，可以由您先提出来。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <Head key={head.proposalId} head={head} />
            ))}
            {next ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} />
              </View>
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}

export default function Councils() {
  const { standing } = usePresence();
  const communityId = standing?.belonging.scope;
  if (communityId?.length === 12) return <Proposals communityId={communityId} />;
  return (
    <Page title="议事">
      <Welcome what="邻居们的提案、讨论和表决" />
    </Page>
  );
}
