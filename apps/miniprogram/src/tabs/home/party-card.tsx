import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** Party members as those see them who answer for them: a worker confirms and keeps the branches, a secretary sees their own. */
export function PartyCard({ communityId, role }: { communityId: string; role: string }) {
  if (role !== 'worker' && role !== 'branchSecretary') return null;
  return (
    <>
      <Text className="heading">党员报到</Text>
      <Card>
        {role === 'worker' ? (
          <>
            <Row label="报到确认" value="等社区确认的" onTap={() => open('party', 'waiting', { communityId })} />
            <Row label="党支部" value="添加、指定书记" onTap={() => open('party', 'branches', { communityId })} />
          </>
        ) : (
          <Row label="我的支部" value="报到党员、楼栋" onTap={() => open('party', 'branch', { communityId })} />
        )}
      </Card>
    </>
  );
}
