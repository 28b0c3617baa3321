import { Text } from '@tarojs/components';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { NeedCard } from '../need-card';

type At = { communityId: string };
interface Declining {
  title: string;
  send: (reason: string) => Promise<boolean>;
}
const useDeclining = (busy: boolean) => {
  const [one, setOne] = useState<Declining>();
  const sheet = one ? (
    <TextSheet
      title={one.title}
      words="对方会看到原因。"
      label="原因"
      max={60}
      confirm="确定"
      busy={busy}
      onConfirm={one.send}
      onClose={() => setOne(undefined)}
    />
  ) : null;
  return { ask: setOne, sheet };
};

/** Members who nominated themselves: all for a worker, their own branch for a secretary. Each reading is written down for the member. */
export function Nominations({ communityId }: At) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(projects.listNominations, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  const { ask, sheet } = useDeclining(busy);
  return (
    <>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等确认的认领。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ postId, personId, name, title, at }) => {
              const ids = { communityId, postId, personId };
              const no = (reason: string) =>
                act(projects.decideNomination, { ...ids, confirm: false, reason }, '已答复。');
              return (
                <Card key={`${postId}#${personId}`}>
                  <Text className="block strong">{`${name} 认领 ${title}`}</Text>
                  <Text className="block small">{dateInWords(at)}</Text>
                  <PrimaryButton
                    kind="plain"
                    label="确认"
                    busy={busy}
                    onTap={() =>
                      void act(projects.decideNomination, { ...ids, confirm: true }, '已确认，岗位页上公示。')
                    }
                  />
                  <PrimaryButton
                    kind="plain"
                    label="不确认"
                    busy={busy}
                    onTap={() => ask({ title: `不确认${name}的认领`, send: no })}
                  />
                </Card>
              );
            })}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {sheet}
    </>
  );
}

export function WaitingNeeds({ communityId }: At) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(projects.listWaitingNeeds, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '没有等公布的需求。' }}
    >
      {({ items, next }) => (
        <>
          {items.map((need) => (
            <NeedCard key={need.needId} communityId={communityId} need={need} />
          ))}
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

export function WaitingResources({ communityId }: At) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(projects.listWaitingResources, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  const { ask, sheet } = useDeclining(busy);
  return (
    <>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等公布的资源。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ resourceId, title, about, unitName }) => {
              const ids = { communityId, resourceId };
              const no = (reason: string) =>
                act(projects.decideResource, { ...ids, publish: false, reason }, '已答复。');
              return (
                <Card key={resourceId}>
                  <Text className="block strong">{title}</Text>
                  <Text className="block">{about}</Text>
                  <Text className="block small">{unitName}</Text>
                  <PrimaryButton
                    kind="plain"
                    label="公布"
                    busy={busy}
                    onTap={() => void act(projects.decideResource, { ...ids, publish: true }, '已公布。')}
                  />
                  <PrimaryButton
                    kind="plain"
                    label="不公布"
                    busy={busy}
                    onTap={() => ask({ title: '不公布这项资源', send: no })}
                  />
                </Card>
              );
            })}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {sheet}
    </>
  );
}
