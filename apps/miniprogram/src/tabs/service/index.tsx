import { Text } from '@tarojs/components';
import { SERVICE_LINE } from '../../kernel/help';
import { open } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Welcome } from '../welcome';

export default function Service() {
  const { standing } = usePresence();
  const belonging = standing?.belonging;
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
      <Card>
        <Text className="block strong">找人帮忙</Text>
        <Text className="block">不方便用手机，可以到社区服务站，由社区工作者当面办理。</Text>
        <Row label="12345 政务服务便民热线" value="拨打" onTap={() => platform.dial(SERVICE_LINE)} />
      </Card>
    </Page>
  );
}
