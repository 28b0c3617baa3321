import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { councils } from '@gongzhi/shared/councils/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import type { Standing } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { pileWords } from './model';
import { OpenVotes } from './open-votes';

function Waiting({ communityId }: { communityId: string }) {
  const requests = useLoaded(communityId, () => call(directory.listJoinRequests, { communityId }));
  const reviews = useLoaded(communityId, () => call(councils.listReviews, { communityId }));
  useDidShow(() => {
    requests.reload();
    reviews.reload();
  });
  return (
    <>
      <Text className="heading">等您处理</Text>
      <ListState loaded={requests.loaded} retry={requests.reload}>
        {(page) => (
          <Card>
            <Row
              label="住户加入申请"
              value={pileWords(page)}
              onTap={() => open('directory', 'requests', { communityId })}
            />
          </Card>
        )}
      </ListState>
      <ListState loaded={reviews.loaded} retry={reviews.reload}>
        {(page) => (
          <Card>
            <Row
              label="内容待审核"
              value={pileWords(page)}
              onTap={() => open('councils', 'reviews', { communityId })}
            />
          </Card>
        )}
      </ListState>
      <Text className="heading">住户和职责</Text>
      <Card>
        <Row label="导入住户名册" onTap={() => open('directory', 'roll', { communityId })} />
        <Row label="打印邀请码" onTap={() => open('directory', 'invites', { communityId })} />
        <Row label="成员和职责" onTap={() => open('directory', 'members', { communityId })} />
      </Card>
    </>
  );
}

/** 工作台: what is waiting for the role somebody acts in. */
export function Workbench({ standing: { belonging, role } }: { standing: Standing }) {
  const { scope, name } = belonging;
  if (role === 'supervisor') {
    return (
      <Card>
        <Text className="block strong">{name}</Text>
        <Row label="社区和开通" onTap={() => open('directory', 'communities', { streetId: scope.slice(0, 9) })} />
      </Card>
    );
  }
  return (
    <>
      {role === 'worker' ? <Waiting communityId={scope} /> : null}
      <Text className="heading">正在表决</Text>
      <OpenVotes communityId={scope} />
    </>
  );
}
