import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { Offered } from '../given';
import { ProfileCard } from '../profile-card';

/** The unit somebody speaks for: what it says of itself, and what it offers. */
export default function Mine() {
  const { communityId } = useParams('units', 'mine');
  const [turn, setTurn] = useState(0);
  const { loaded, reload } = useLoaded(communityId, () => call(units.readMine, { communityId }));
  const again = () => setTurn((before) => before + 1);
  const close = useAct(again);
  useDidShow(() => {
    reload();
    again();
  });
  const offer = { label: '提供资源', onTap: () => open('projects', 'resource', { communityId }) };
  return (
    <Page title="我的单位" {...(loaded.value ? { primary: offer } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(unit) => {
          const at = { communityId, unitId: unit.unitId };
          return (
            <>
              <ProfileCard unit={unit} />
              <Card>
                <Row label="修改单位资料" onTap={() => open('units', 'edit', at)} />
                <Row label="看公开的页面" value="协议、项目、感谢" onTap={() => open('units', 'unit', at)} />
                <Row label="在这里报到的党员" onTap={() => open('party', 'unit', { communityId })} />
                <Row label="请单位写的评议" onTap={() => open('reports', 'to-answer', { communityId, side: 'unit' })} />
                <Row label="收到的报告" onTap={() => open('reports', 'unit', { communityId })} />
                <Row label="看社区的需求" onTap={() => open('projects', 'lists', { communityId })} />
              </Card>
              <Text className="heading">提供的资源</Text>
              <Offered at={at} turn={turn} close={close} />
            </>
          );
        }}
      </ListState>
    </Page>
  );
}
