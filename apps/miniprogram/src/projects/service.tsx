import { Text } from '@tarojs/components';
import { projects } from '@gongzhi/shared/projects/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Outcome } from '../kernel/answer-of';
import { call } from '../kernel/call';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { Row } from '../kernel/ui/row';
import { useLoaded } from '../kernel/use-loaded';

type Titled = { activityId: string; title: string };
/** Activities looked at for one project: the newest. */
const LOOKED = 6;

/** The published activities among the newest; what is not published yet is not everybody's to read. */
const askActivities = async (communityId: string, projectId: string): Promise<Outcome<Titled[]>> => {
  const page = await call(projects.listService, { communityId, projectId });
  if (!page.ok) return page;
  const newest = page.value.items.slice(0, LOOKED);
  const read = newest.map(({ activityId }) => call(volunteering.readActivity, { communityId, activityId }));
  const found = await Promise.all(read);
  return { ok: true, value: found.flatMap((one) => (one.ok ? [one.value] : [])) };
};

/** Volunteers' activities for a project or a post; whoever lives here plans another. */
export function Service(props: { communityId: string; projectId: string; member: boolean }) {
  const { communityId, projectId, member } = props;
  const { loaded, reload } = useLoaded(projectId, () => askActivities(communityId, projectId));
  return (
    <>
      <Text className="heading">志愿活动</Text>
      <ListState loaded={loaded} retry={reload}>
        {(activities) => (
          <Card>
            {activities.length === 0 ? <Text className="block small">还没有公布的活动。</Text> : null}
            {activities.map(({ activityId, title }) => (
              <Row
                key={activityId}
                label={title}
                value="报名、签到"
                onTap={() => open('volunteering', 'activity', { communityId, activityId })}
              />
            ))}
            {member ? (
              <Row label="发起一次活动" onTap={() => open('volunteering', 'write', { communityId, projectId })} />
            ) : null}
          </Card>
        )}
      </ListState>
    </>
  );
}
