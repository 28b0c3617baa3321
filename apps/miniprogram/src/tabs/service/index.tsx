import { Text } from '@tarojs/components';
import { SERVICE_LINE } from '../../kernel/help';
import { open } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { usePresence } from '../../kernel/standing';
import type { Belonging } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Welcome } from '../welcome';
import { BuildingCard } from './building-card';
import { PartyCard } from './party-card';

/** Anybody may look for an activity; a member also has a day of their own and neighbours. */
function Volunteering({ communityId }: { communityId: string | undefined }) {
  return (
    <Card>
      <Text className="block strong">志愿服务</Text>
      <Row
        label="找志愿活动"
        value="看看、报名"
        onTap={() => open('volunteering', 'find', communityId ? { communityId } : {})}
      />
      {communityId ? (
        <>
          <Row label="我的服务" value="签到、签退" onTap={() => open('volunteering', 'my-day', { communityId })} />
          <Row
            label="邻里互助"
            value="求助，或帮一把"
            onTap={() => open('volunteering', 'ask-help', { communityId })}
          />
          <Row label="微心愿" value="许愿，或认领一个" onTap={() => open('wishes', 'list', { communityId })} />
          <Row label="志愿队" value="看看、加入" onTap={() => open('exchange', 'teams', { communityId })} />
          <Row label="兑换" value="用积分换物品和帮忙" onTap={() => open('exchange', 'list', { communityId })} />
        </>
      ) : null}
    </Card>
  );
}

/** A place that is a community, and not a street. */
const communityOf = (belonging: Belonging | undefined) => (belonging?.scope.length === 12 ? belonging : undefined);

export default function Service() {
  const { standing } = usePresence();
  const belonging = standing?.belonging;
  const community = communityOf(belonging);
  return (
    <Page title="服务">
      {belonging ? (
        <Card>
          <Text className="block strong">{belonging.name}</Text>
          <Row label="我家" value={belonging.household?.label ?? '还没有登记到一户'} />
          <Row label="我的提议" onTap={() => open('councils', 'mine', { communityId: belonging.scope })} />
        </Card>
      ) : (
        <Welcome what="您家能用到的服务" />
      )}
      <Volunteering communityId={community?.scope} />
      {community ? <PartyCard communityId={community.scope} contact={community.roles.includes('unitContact')} /> : null}
      {community ? (
        <BuildingCard communityId={community.scope} contact={community.roles.includes('unitContact')} />
      ) : null}
      <Card>
        <Text className="block strong">找人帮忙</Text>
        <Text className="block">不方便用手机，可以到社区服务站，由社区工作者当面办理。</Text>
        <Row label="12345 政务服务便民热线" value="拨打" onTap={() => platform.dial(SERVICE_LINE)} />
      </Card>
    </Page>
  );
}
