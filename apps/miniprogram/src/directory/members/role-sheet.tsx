import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { GrantableRole, Member } from '@gongzhi/shared/directory/model';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { GRANTABLE, GRANT_WORDS, changeWords } from './model';

/** One member's duties, each given or taken with one tap and one question. */
export function RoleSheet({
  communityId,
  member,
  onClose,
}: {
  communityId: string;
  member: Member;
  onClose: () => void;
}) {
  const [asking, setAsking] = useState<GrantableRole>();
  const [busy, setBusy] = useState(false);
  const held = (role: GrantableRole) => member.roles.includes(role);
  const change = async (role: GrantableRole) => {
    setBusy(true);
    const outcome = await call(held(role) ? directory.revokeRole : directory.grantRole, {
      communityId,
      personId: member.personId,
      role,
    });
    setBusy(false);
    toast(outcome.ok ? '已生效。' : outcome.says);
    onClose();
  };
  if (asking) {
    return (
      <Sheet
        title={GRANT_WORDS[asking]}
        words={changeWords(member.displayName, asking, held(asking))}
        onClose={() => setAsking(undefined)}
        confirm={{
          label: held(asking) ? '确定撤销' : '确定担任',
          kind: held(asking) ? 'danger' : 'primary',
          busy,
          onTap: () => void change(asking),
        }}
      />
    );
  }
  return (
    <Sheet title={`${member.displayName}的职责`} onClose={onClose}>
      <Text className="block small">已担任的点一下可撤销，未担任的点一下可指定。</Text>
      <View className="stack">
        {GRANTABLE.map((role) => (
          <PrimaryButton
            key={role}
            kind="plain"
            label={held(role) ? `✓ ${GRANT_WORDS[role]}` : GRANT_WORDS[role]}
            onTap={() => setAsking(role)}
          />
        ))}
      </View>
    </Sheet>
  );
}
