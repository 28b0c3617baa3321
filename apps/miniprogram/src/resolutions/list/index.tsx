import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { ResolutionHead } from '@gongzhi/shared/resolutions/model';
import { call } from '../../kernel/call';
import { open, toTab, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { headTag } from '../words';

function Head({ head }: { head: ResolutionHead }) {
  const { communityId, proposalId, title, voteId, decidedAt } = head;
  const [label, tone] = headTag(head);
  return (
    <Card onTap={() => open('resolutions', 'chain', { communityId, proposalId })}>
      <View className="between">
        <Text className="small">{`${timeInWords(decidedAt)}${voteId ? '通过' : '公布'}`}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block strong">{title}</Text>
    </Card>
  );
}

/** Every resolution of the community with what became of it, the newest matter first. */
export default function Resolutions() {
  const { communityId } = useParams('resolutions', 'list');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(resolutions.listResolutions, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="决议">
      <Card>
        <Row
          label="正在办的任务"
          value="按期限排列"
          onTap={() => open('resolutions', 'worklist', { communityId, all: '1' })}
        />
        <Row label="怎样跟进决议" onTap={() => open('resolutions', 'follow-up', { communityId })} />
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有通过的决议。表决通过的事、社区对满意度调查的回应会列在这里，一直到办成。',
          action: { label: '看看议事', onTap: () => toTab('councils') },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <Head key={head.proposalId} head={head} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
