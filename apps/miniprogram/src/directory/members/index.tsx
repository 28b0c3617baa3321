import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { Member } from '@gongzhi/shared/directory/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { memberWords } from './model';
import { RoleSheet } from './role-sheet';
import { StaffInvite } from './staff-invite';

export default function Members() {
  const { communityId } = useParams('directory', 'members');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [chosen, setChosen] = useState<Member>();
  return (
    <Page title="成员和职责">
      <StaffInvite communityId={communityId} />
      <Text className="heading">已加入的成员</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人加入。请先导入名册、发放邀请码。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((member) => (
              <Card
                key={member.personId}
                label={`${member.displayName}，${memberWords(member)}，修改职责`}
                onTap={() => setChosen(member)}
              >
                <Text className="block strong">{member.displayName}</Text>
                <Text className="block small">{memberWords(member)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {chosen ? (
        <RoleSheet
          communityId={communityId}
          member={chosen}
          onClose={() => {
            setChosen(undefined);
            reload();
          }}
        />
      ) : null}
    </Page>
  );
}
