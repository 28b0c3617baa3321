import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { councils } from '@gongzhi/shared/councils/contract';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import type { Standing } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { pileWords, taskWords } from './model';
import { AnnouncementsCard } from './announcements-card';
import { OpenVotes } from './open-votes';
import { PartyCard } from './party-card';
import { SatisfactionCard } from './satisfaction-card';
import { TodayMeetings } from './today-meetings';
import { VolunteerCard } from './volunteer-card';

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
        <Row label="业主登记" onTap={() => open('directory', 'owners', { communityId })} />
        <Row label="打印邀请码" onTap={() => open('directory', 'invites', { communityId })} />
        <Row label="成员和职责" onTap={() => open('directory', 'members', { communityId })} />
      </Card>
    </>
  );
}

/** Tasks of the community that are not done; the nearest due date is the first on the list. */
function OpenTasks({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(communityId, () => call(resolutions.listOpenTasks, { communityId }));
  useDidShow(reload);
  return (
    <ListState loaded={loaded} retry={reload}>
      {(page) => (
        <Card>
          <Row
            label="正在办的任务"
            value={page.items.length === 0 ? '没有' : taskWords(page, new Date())}
            onTap={() => open('resolutions', 'worklist', { communityId, all: '1' })}
          />
          <Row label="我负责的任务" onTap={() => open('resolutions', 'worklist', { communityId })} />
        </Card>
      )}
    </ListState>
  );
}

/** What a worker hands over, and what waits to be passed on. */
function Exchange({ communityId }: { communityId: string }) {
  return (
    <>
      <Text className="heading">积分和感谢</Text>
      <Card>
        <Row label="等待领取" value="兑换的物品和帮忙" onTap={() => open('exchange', 'orders', { communityId })} />
        <Row label="感谢待审核" onTap={() => open('exchange', 'reviews', { communityId })} />
        <Row label="兑换清单" value="添加、修改" onTap={() => open('exchange', 'list', { communityId })} />
        <Row label="积分怎样算" onTap={() => open('exchange', 'rule', { communityId })} />
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
        <Row
          label="党员报到情况"
          value="只有人数"
          onTap={() => open('party', 'street', { streetId: scope.slice(0, 9) })}
        />
        <Row
          label="应急召集情况"
          value="只有人数"
          onTap={() => open('calls', 'street', { streetId: scope.slice(0, 9) })}
        />
        <Row
          label="各社区记分卡"
          value="满意度和误差"
          onTap={() => open('scorecards', 'street', { streetId: scope.slice(0, 9) })}
        />
      </Card>
    );
  }
  return (
    <>
      <AnnouncementsCard communityId={scope} role={role} />
      <Text className="heading">决议的落实</Text>
      <OpenTasks communityId={scope} />
      {role === 'worker' ? <Waiting communityId={scope} /> : null}
      <SatisfactionCard communityId={scope} worker={role === 'worker'} />
      <VolunteerCard communityId={scope} worker={role === 'worker'} />
      <PartyCard communityId={scope} role={role} />
      <Card>
        <Row label="社区记分卡" value="居民怎么看" onTap={() => open('scorecards', 'cards', { communityId: scope })} />
      </Card>
      <Text className="heading">会议和表决</Text>
      <Card>
        <Row label="会议" value="召集、主持、纪要" onTap={() => open('meetings', 'list', { communityId: scope })} />
        <Row label="表决规则" value="比例和依据" onTap={() => open('votes', 'rules', { communityId: scope })} />
      </Card>
      <TodayMeetings communityId={scope} />
      <OpenVotes communityId={scope} />
      {role === 'worker' ? <Exchange communityId={scope} /> : null}
    </>
  );
}
