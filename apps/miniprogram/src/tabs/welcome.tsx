import { Text } from '@tarojs/components';
import { open } from '../kernel/navigate';
import { refreshStanding, usePresence } from '../kernel/standing';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PrimaryButton } from '../kernel/ui/primary-button';

/** What stands in a tab for somebody who is not signed in, or belongs to no community yet: the one next step. */
export function Welcome({ what }: { what: string }) {
  const { signedIn, belongings } = usePresence();
  if (!signedIn) {
    return (
      <Card>
        <Text className="block strong">先登录，再看社区的事</Text>
        <Text className="block">登录后，这里是{what}。</Text>
        <PrimaryButton label="登录" onTap={() => open('identity', 'sign-in', {})} />
      </Card>
    );
  }
  return (
    <ListState loaded={belongings} retry={() => void refreshStanding()}>
      {() => (
        <Card>
          <Text className="block strong">加入您家所在的社区</Text>
          <Text className="block">
            用手机号核对、用社区发的邀请码，或请社区工作者确认，三种办法都可以。加入后，这里是{what}。
          </Text>
          <PrimaryButton label="加入社区" onTap={() => open('directory', 'join', {})} />
        </Card>
      )}
    </ListState>
  );
}
