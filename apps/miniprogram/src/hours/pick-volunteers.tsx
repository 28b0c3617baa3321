import { Text } from '@tarojs/components';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PickOne } from '../kernel/ui/pick-one';
import { Row } from '../kernel/ui/row';
import { useLoaded } from '../kernel/use-loaded';
import { allPages } from '../kernel/use-pages';

export interface Picked {
  id: string;
  label: string;
}
/** Some of the community's members: found by name or door, taken out with a tap. */
export function PickVolunteers({
  communityId,
  picked,
  onChange,
}: {
  communityId: string;
  picked: readonly Picked[];
  onChange: (picked: Picked[]) => void;
}) {
  const { loaded, reload } = useLoaded(communityId, () =>
    allPages((cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })),
  );
  const chosen = new Set(picked.map(({ id }) => id));
  return (
    <Card>
      <Text className="block strong">志愿者（已选 {picked.length} 人）</Text>
      {picked.map((one) => (
        <Row
          key={one.id}
          label={one.label}
          value="移除"
          onTap={() => onChange(picked.filter(({ id }) => id !== one.id))}
        />
      ))}
      <ListState loaded={loaded} retry={reload}>
        {(members) => (
          <PickOne
            label="找志愿者"
            hint="输入姓名或门牌"
            all={members
              .filter(({ personId }) => !chosen.has(personId))
              .map(({ personId, displayName, household }) => ({
                id: personId,
                label: displayName,
                ...(household ? { note: household.label } : {}),
              }))}
            onPick={({ id, label }) => onChange([...picked, { id, label }])}
          />
        )}
      </ListState>
    </Card>
  );
}
