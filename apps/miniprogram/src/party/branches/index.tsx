import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { party } from '@gongzhi/shared/party/contract';
import type { KeptBranch } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { BranchSheet } from './branch-sheet';
import { TermCard } from './term-card';

/** Branches of the community as workers keep them. */
export default function Branches() {
  const { communityId } = useParams('party', 'branches');
  const [editing, setEditing] = useState<KeptBranch | 'new'>();
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listKeptBranches, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const close = () => {
    setEditing(undefined);
    reload();
  };
  return (
    <Page title="党支部" primary={{ label: '添加支部', onTap: () => setEditing('new') }}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有支部。添加以后，党员才能报到。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((branch) => (
              <Card key={branch.branchId} {...(branch.closed ? {} : { onTap: () => setEditing(branch) })}>
                <View className="between">
                  <Text className="strong">{branch.name}</Text>
                  {branch.closed ? <Tag label="已撤销" /> : null}
                </View>
                <Text className="block">{`书记 ${branch.secretaryName}，报到 ${branch.members} 人`}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <TermCard communityId={communityId} />
      {editing ? (
        <BranchSheet communityId={communityId} {...(editing === 'new' ? {} : { branch: editing })} close={close} />
      ) : null}
    </Page>
  );
}
