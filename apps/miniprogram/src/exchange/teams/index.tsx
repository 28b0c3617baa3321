import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Team, TeamPlan } from '@gongzhi/shared/exchange/teams';
import { call } from '../../kernel/call';
import { open, toTab, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { TeamSheet } from '../team-sheet';
import { teamTag, teamWords } from '../team-words';

function Founding({ communityId, done }: { communityId: string; done: () => void }) {
  const { busy, act } = useAct(() => undefined);
  const found = async (plan: TeamPlan) => {
    if (await act(exchange.addTeam, { communityId, ...plan }, '队伍建好了，居民现在可以加入。')) done();
  };
  return (
    <TeamSheet
      title="建一支志愿队"
      confirm="建队"
      plan={{ name: '', about: '' }}
      busy={busy}
      onConfirm={(plan) => void found(plan)}
      onClose={done}
    />
  );
}

function TeamTag({ team }: { team: Team }) {
  const tag = teamTag(team);
  return tag ? <Tag label={tag[0]} tone={tag[1]} /> : null;
}

/** Teams of the community, the newest first; none stands above another. */
export default function Teams() {
  const { communityId } = useParams('exchange', 'teams');
  const worker = useRolesIn(communityId).includes('worker');
  const [founding, setFounding] = useState(false);
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listTeams, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const done = () => {
    setFounding(false);
    reload();
  };
  return (
    <Page title="志愿队" {...(worker ? { primary: { label: '建一支志愿队', onTap: () => setFounding(true) } } : {})}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '社区还没有志愿队。想建一支，请告诉社区工作者。',
          action: { label: '看看志愿服务', onTap: () => toTab('service') },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((team) => (
              <Card key={team.teamId} onTap={() => open('exchange', 'team', { communityId, teamId: team.teamId })}>
                <View className="between">
                  <Text className="strong">{team.name}</Text>
                  <TeamTag team={team} />
                </View>
                <Text className="block">{team.about}</Text>
                <Text className="block small">{teamWords(team)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {founding ? <Founding communityId={communityId} done={done} /> : null}
    </Page>
  );
}
