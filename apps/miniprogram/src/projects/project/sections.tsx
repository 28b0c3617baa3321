import { Text, View } from '@tarojs/components';
import { projects } from '@gongzhi/shared/projects/contract';
import type { Project } from '@gongzhi/shared/projects/project';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { PROJECT_STATES } from '../words';

type At = { communityId: string; projectId: string };

export function About({ communityId, project }: { communityId: string; project: Project }) {
  const [words, tone] = PROJECT_STATES[project.state];
  const { needId, result } = project;
  return (
    <Card>
      <View className="between">
        <Text className="strong">{project.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{project.about}</Text>
      {result ? (
        <Text className="block">
          {project.state === 'done' ? '结果' : '取消的原因'}：{result}
        </Text>
      ) : null}
      {needId ? <Row label="来自需求" onTap={() => open('projects', 'need', { communityId, needId })} /> : null}
      {project.resources.map(({ resourceId, title, unitId, unitName }) => (
        <Row
          key={resourceId}
          label={title}
          value={unitName}
          onTap={() => open('units', 'unit', { communityId, unitId })}
        />
      ))}
    </Card>
  );
}

export function Steps({ at }: { at: At }) {
  const { loaded, reload, more } = usePages(at.projectId, (cursor) =>
    call(projects.listSteps, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有进展。负责人做了一步，会写在这里。' }}
    >
      {({ items, next }) => (
        <Card>
          {items.map(({ stepId, words, at: when }) => (
            <View key={stepId} className="block">
              <Text className="block">{words}</Text>
              <Text className="block small">{dateInWords(when)}</Text>
            </View>
          ))}
          {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
        </Card>
      )}
    </ListState>
  );
}

export function Members({ at, count }: { at: At; count: number }) {
  const { loaded, reload, more } = usePages(at.projectId, (cursor) =>
    call(projects.listProjectMembers, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ items, next }) => (
        <Card>
          {items.map(({ personId, name }) => (
            <Row key={personId} label={name} />
          ))}
          <Text className="block small">{`共 ${count} 人参加；没有选择显示名字的不列出。`}</Text>
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </Card>
      )}
    </ListState>
  );
}
