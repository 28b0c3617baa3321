import { Text } from '@tarojs/components';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PickOne } from '../../kernel/ui/pick-one';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { ManyChoices } from '../many-choices';
import { PickLinked } from '../pick-linked';
import type { FieldsProps } from './fields';
import { BAND_OPTIONS, ROLE_OPTIONS, SKILL_OPTIONS, WHOM_OPTIONS } from './model';

function Some({ draft, change, faults }: Omit<FieldsProps, 'communityId'>) {
  return (
    <>
      <Text className="block small">选了几样的，每样都要符合；一样里选了几个的，符合一个就行。</Text>
      <Field
        label="住在哪里"
        hint="不填就是所有楼；几处用顿号隔开，如 3号楼、5号楼2单元"
        value={draft.buildings}
        error={faults['audience']}
        onChange={(buildings) => change({ buildings })}
      />
      <ManyChoices label="年龄" options={BAND_OPTIONS} chosen={draft.bands} onChange={(bands) => change({ bands })} />
      <Text className="block small">年龄只知道本人填过的。</Text>
      <ManyChoices label="身份" options={ROLE_OPTIONS} chosen={draft.roles} onChange={(roles) => change({ roles })} />
      <ManyChoices
        label="特长"
        options={SKILL_OPTIONS}
        chosen={draft.interests}
        onChange={(interests) => change({ interests })}
      />
    </>
  );
}

function People({ communityId, draft, change }: FieldsProps) {
  const { loaded, reload } = useLoaded(`members ${communityId}`, () =>
    allPages((cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })),
  );
  const { people } = draft;
  const add = (id: string, name: string) =>
    people.some((one) => one.id === id) ? undefined : change({ people: [...people, { id, name }] });
  return (
    <ListState loaded={loaded} retry={reload}>
      {(members) => (
        <>
          <PickOne
            label="加一个人"
            all={members.map(({ personId, displayName, household }) => ({
              id: personId,
              label: displayName,
              note: household?.label ?? '',
            }))}
            onPick={({ id, label }) => add(id, label)}
          />
          <Card>
            <Text className="block strong">名单：{people.length} 人</Text>
            {people.slice(0, 60).map(({ id, name }) => (
              <Row
                key={id}
                label={name || members.find(({ personId }) => personId === id)?.displayName || '已离开的人'}
                value="拿掉"
                onTap={() => change({ people: people.filter((one) => one.id !== id) })}
              />
            ))}
          </Card>
        </>
      )}
    </ListState>
  );
}

/** To whom it goes. */
export function WhomFields(props: FieldsProps) {
  const { communityId, draft, change } = props;
  return (
    <>
      <Text className="heading">发给谁</Text>
      <Segmented label="发给谁" options={WHOM_OPTIONS} value={draft.whom} onChange={(whom) => change({ whom })} />
      {draft.whom === 'some' ? <Some {...props} /> : null}
      {draft.whom === 'people' ? <People {...props} /> : null}
      {draft.whom === 'followers' ? (
        <>
          {draft.followers ? <Row label="选的是" value={draft.followed || '已选的一件事'} /> : null}
          <PickLinked
            communityId={communityId}
            to="proposal"
            label="哪件事"
            onPick={({ id, label }) => change({ followers: id, followed: label })}
          />
        </>
      ) : null}
    </>
  );
}
