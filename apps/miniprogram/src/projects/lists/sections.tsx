import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import { projects } from '@gongzhi/shared/projects/contract';
import { THINGS } from '@gongzhi/shared/projects/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { NeedCard } from '../need-card';
import { PROJECT_STATES } from '../words';

interface Listed<T> {
  name: string;
  ask: (cursor: { cursor?: string }) => Promise<Outcome<PageOf<T>>>;
  empty: string;
  card: (item: T) => ReactNode;
}
function List<T>({ name, ask, empty, card }: Listed<T>) {
  const { loaded, reload, more } = usePages<T>(name, (cursor) => ask(cursor ? { cursor } : {}));
  return (
    <ListState loaded={loaded} retry={reload} isEmpty={({ items }) => items.length === 0} empty={{ words: empty }}>
      {({ items, next }) => (
        <>
          {items.map(card)}
          {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

type At = { communityId: string };
export const Needs = ({ communityId }: At) => (
  <List
    name="needs"
    ask={(cursor) => call(projects.listNeeds, { communityId, ...cursor })}
    empty="还没有公布的需求。有需要，请点下面的“提需求”。"
    card={(need) => <NeedCard key={need.needId} communityId={communityId} need={need} />}
  />
);
export const MyNeeds = ({ communityId }: At) => (
  <List
    name="mine"
    ask={(cursor) => call(projects.listMyNeeds, { communityId, ...cursor })}
    empty="您还没有提过需求。"
    card={(need) => <NeedCard key={need.needId} communityId={communityId} need={need} />}
  />
);
export const Resources = ({ communityId }: At) => (
  <List
    name="resources"
    ask={(cursor) => call(projects.listResources, { communityId, ...cursor })}
    empty="还没有单位提供资源。驻区单位的联系人可以提供场地、物品和技能服务。"
    card={({ resourceId, title, about, kind, when, unitId, unitName }) => (
      <Card
        key={resourceId}
        label={`${title}，${unitName}`}
        onTap={() => open('units', 'unit', { communityId, unitId })}
      >
        <Text className="block strong">{title}</Text>
        <Text className="block">{about}</Text>
        <Text className="block small">{[THINGS[kind], when, unitName].filter(Boolean).join(' · ')}</Text>
      </Card>
    )}
  />
);
export const Projects = ({ communityId }: At) => (
  <List
    name="projects"
    ask={(cursor) => call(projects.listProjects, { communityId, ...cursor })}
    empty="还没有共建项目。需求被认领以后，会在这里看到。"
    card={({ projectId, title, state, members, mine }) => (
      <Card
        key={projectId}
        label={`${title}，${PROJECT_STATES[state][0]}`}
        onTap={() => open('projects', 'project', { communityId, projectId })}
      >
        <View className="between">
          <Text className="strong">{title}</Text>
          <Tag label={PROJECT_STATES[state][0]} tone={PROJECT_STATES[state][1]} />
        </View>
        <Text className="block small">{`${members} 人参加${mine ? '，我也参加了' : ''}`}</Text>
      </Card>
    )}
  />
);
