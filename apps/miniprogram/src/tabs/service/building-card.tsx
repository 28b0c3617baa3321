import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** What the community needs, what units give to it, and posts for party members; a unit's contact has the unit's page. */
export function BuildingCard({ communityId, contact }: { communityId: string; contact: boolean }) {
  return (
    <Card>
      <Text className="block strong">共建</Text>
      {contact ? (
        <Row label="我的单位" value="资料、提供资源" onTap={() => open('units', 'mine', { communityId })} />
      ) : null}
      <Row label="三张清单" value="需求、资源、项目" onTap={() => open('projects', 'lists', { communityId })} />
      <Row label="党员岗位" value="看看、认领" onTap={() => open('projects', 'posts', { communityId })} />
      <Row label="驻区单位" onTap={() => open('units', 'list', { communityId })} />
    </Card>
  );
}
