import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** What only a worker answers for: who reported in, the branches, the community's word in an evaluation. */
function ForWorker({ communityId }: { communityId: string }) {
  return (
    <>
      <Row label="报到确认" value="等社区确认的" onTap={() => open('party', 'waiting', { communityId })} />
      <Row label="党支部" value="添加、指定书记" onTap={() => open('party', 'branches', { communityId })} />
      <Row label="等社区评议" value="写几句看到的" onTap={() => open('reports', 'to-answer', { communityId })} />
    </>
  );
}

/** A secretary's own branch, and what its members report to their units. */
function ForSecretary({ communityId }: { communityId: string }) {
  return (
    <>
      <Row label="我的支部" value="报到党员、楼栋" onTap={() => open('party', 'branch', { communityId })} />
      <Row label="支部的报告" value="准备、答复、发出" onTap={() => open('reports', 'branch', { communityId })} />
    </>
  );
}

/** Party members and building together, as those see it who answer for it. */
export function PartyCard({ communityId, role }: { communityId: string; role: string }) {
  if (role !== 'worker' && role !== 'branchSecretary') return null;
  return (
    <>
      <Text className="heading">党员服务</Text>
      <Card>
        {role === 'worker' ? <ForWorker communityId={communityId} /> : <ForSecretary communityId={communityId} />}
        <Row label="应急召集" value="发起、看谁来" onTap={() => open('calls', 'list', { communityId })} />
      </Card>
      <Text className="heading">共建</Text>
      <Card>
        <Row label="认领和审核" value="岗位、需求、资源" onTap={() => open('projects', 'confirm', { communityId })} />
        <Row label="三张清单" value="立项、设岗位" onTap={() => open('projects', 'lists', { communityId })} />
        <Row label="驻区单位" value="登记、联系人、协议" onTap={() => open('units', 'list', { communityId })} />
      </Card>
    </>
  );
}
