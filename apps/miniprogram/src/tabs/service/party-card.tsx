import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** Reporting in as a party member and urgent calls, and what the contact of a unit answers. */
export function PartyCard({ communityId, contact }: { communityId: string; contact: boolean }) {
  return (
    <Card>
      <Text className="block strong">党员服务</Text>
      <Row label="党员报到" value="报到、查看" onTap={() => open('party', 'mine', { communityId })} />
      <Row label="应急召集" value="报到党员回复、签到" onTap={() => open('calls', 'mine', { communityId })} />
      {contact ? (
        <Row label="本单位报到党员" value="确认报到" onTap={() => open('party', 'unit', { communityId })} />
      ) : null}
    </Card>
  );
}
