import { Text, View } from '@tarojs/components';
import { projects } from '@gongzhi/shared/projects/contract';
import { THINGS } from '@gongzhi/shared/projects/model';
import { call } from '../kernel/call';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Row } from '../kernel/ui/row';
import { Tag } from '../kernel/ui/tag';
import type { Act } from '../kernel/use-act';
import { usePages } from '../kernel/use-pages';
import { FirstFew } from './first-few';

type At = { communityId: string; unitId: string };
const STATES = {
  waiting: ['等社区看过', 'waiting'],
  open: ['可以用', 'active'],
  closed: ['已收回', 'plain'],
  declined: ['没有公布', 'plain'],
} as const;

/** What a unit offered, with a way to take it back where there is one. */
export function Offered({ at, turn, close }: { at: At; turn: number; close?: { busy: boolean; act: Act } }) {
  const { loaded, reload, more } = usePages(`${at.unitId}#${turn}`, (cursor) =>
    call(projects.listUnitResources, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const { communityId } = at;
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有提供资源。场地、物品、技能服务都可以，不收钱款。' }}
    >
      {({ items, next }) => (
        <FirstFew
          items={items}
          more={next ? more : undefined}
          busy={loaded.loading}
          each={({ resourceId, title, kind, about, when, state, reason }) => (
            <Card key={resourceId}>
              <View className="between">
                <Text className="strong">{title}</Text>
                <Tag label={STATES[state][0]} tone={STATES[state][1]} />
              </View>
              <Text className="block">{about}</Text>
              <Text className="block small">{[THINGS[kind], when, reason].filter(Boolean).join(' · ')}</Text>
              {close && state !== 'closed' && state !== 'declined' ? (
                <PrimaryButton
                  kind="plain"
                  label="收回"
                  busy={close.busy}
                  onTap={() => void close.act(projects.closeResource, { communityId, resourceId }, '已收回。')}
                />
              ) : null}
            </Card>
          )}
        />
      )}
    </ListState>
  );
}

/** Projects a unit gave something to. */
export function Joined({ at }: { at: At }) {
  const { loaded, reload, more } = usePages(at.unitId, (cursor) =>
    call(projects.listUnitProjects, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有参加项目。' }}
    >
      {({ items, next }) => (
        <Card>
          <FirstFew
            items={items}
            more={next ? more : undefined}
            busy={loaded.loading}
            each={({ projectId, title }) => (
              <Row
                key={projectId}
                label={title}
                onTap={() => open('projects', 'project', { communityId: at.communityId, projectId })}
              />
            )}
          />
        </Card>
      )}
    </ListState>
  );
}
