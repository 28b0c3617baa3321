import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** Volunteering as those see it who work on it: what is organised, what is asked about hours, and for workers what the community issues. */
export function VolunteerCard({ communityId, worker }: { communityId: string; worker: boolean }) {
  return (
    <>
      <Text className="heading">志愿服务</Text>
      <Card>
        {worker ? (
          <Row
            label="活动审核"
            value="发布居民发起的活动"
            onTap={() => open('volunteering', 'approve', { communityId })}
          />
        ) : null}
        <Row
          label="我组织的活动"
          value="发起、排班、签到"
          onTap={() => open('volunteering', 'organised', { communityId })}
        />
        <Row
          label="时长更正和核对"
          value="等社区答复的"
          onTap={() => open('hours', 'cases', { communityId, all: '1' })}
        />
        {worker ? (
          <Row label="微心愿" value="公布、代为确认" onTap={() => open('wishes', 'waiting', { communityId })} />
        ) : null}
        {worker ? <Row label="时长的导出、导入和统计" onTap={() => open('hours', 'records', { communityId })} /> : null}
        {worker ? (
          <Row label="志愿服务证明" value="出具、打印、撤销" onTap={() => open('hours', 'batches', { communityId })} />
        ) : null}
      </Card>
    </>
  );
}
