import { Text } from '@tarojs/components';
import { councils } from '@gongzhi/shared/councils/contract';
import { call } from '../../kernel/call';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { STAGE_WORDS, byline, standsAt } from './model';

export default function Councils() {
  const { standing } = usePresence();
  const communityId = standing?.belonging.scope;
  const { loaded, reload } = useLoaded(communityId, () => call(councils.listProposals, { communityId: communityId ?? '' }));
  return (
    <Page title="议事">
      {communityId === undefined
        ? <Banner tone="note" words="登录并加入社区后，这里是邻居们的提案和表决。" />
        : (
          <ListState loaded={loaded} retry={reload} isEmpty={({ items }) => items.length === 0} empty={{ words: '还没有人提案。' }}>
            {({ items }) => items.map((head) => (
              <Card key={head.proposalId}>
                <Tag label={STAGE_WORDS[head.stage][0]} tone={STAGE_WORDS[head.stage][1]} />
                <Text className="block strong">{head.title}</Text>
                <Text className="block small">{standsAt(head)}</Text>
                <Text className="block small">{byline(head)}</Text>
              </Card>
            ))}
          </ListState>
        )}
    </Page>
  );
}
