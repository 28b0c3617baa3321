import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Team } from '@gongzhi/shared/exchange/teams';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { closedWords, othersWords, teamWords } from '../team-words';
import { Leading } from './leading';

const NAMED = [
  { value: 'no', label: '不显示我的名字' },
  { value: 'yes', label: '显示我的名字' },
] as const;
type At = { communityId: string; teamId: string };

function Members({ at, count }: { at: At; count: number }) {
  const { loaded, reload, more } = usePages(at.teamId, (cursor) =>
    call(exchange.listTeamMembers, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ items, next }) => {
        const others = othersWords(count, items.length, next === undefined);
        return (
          <Card>
            {items.map(({ personId, name }) => (
              <Row key={personId} label={name} />
            ))}
            {others ? <Text className="block small">{others}</Text> : null}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </Card>
        );
      }}
    </ListState>
  );
}

function Joining({ at, done }: { at: At; done: () => void }) {
  const [named, setNamed] = useState<'yes' | 'no'>('no');
  const { busy, act } = useAct(done);
  const join = () =>
    void act(exchange.joinTeam, { ...at, named: named === 'yes' }, '您已加入。以后的服务时长也算进全队。');
  return (
    <Sheet
      title="加入这支队伍"
      words="队里只显示全队的时长，不显示每个人的，也不排名。您可以随时退出。"
      onClose={done}
      confirm={{ label: '确认加入', busy, onTap: join }}
    >
      <Segmented label="要不要显示名字" options={NAMED} value={named} onChange={setNamed} />
    </Sheet>
  );
}

/** What can be done with a team: join, or leave. Nothing for somebody who is not signed in. */
const useMembership = (at: At, team: Team | undefined, again: () => void) => {
  const [joining, setJoining] = useState(false);
  const { busy, act } = useAct(again);
  const leave = () => void act(exchange.leaveTeam, at, '您已退出。已经算进全队的时长不变。');
  const joinable = team && !team.mine && !team.closedAt;
  const primary = team?.mine
    ? ({ label: '退出队伍', kind: 'plain', busy, onTap: leave } as const)
    : joinable && { label: '加入', onTap: () => setJoining(true) };
  const done = () => {
    setJoining(false);
    again();
  };
  return { primary, sheet: joining ? <Joining at={at} done={done} /> : null };
};

/** One team: what it is for, who wished to be named, and the hours it gave together. */
export default function TeamPage() {
  const at = useParams('exchange', 'team');
  const roles = useRolesIn(at.communityId);
  const member = roles.length > 0;
  const { loaded, reload } = useLoaded(at.teamId, () => call(exchange.readTeam, at));
  const [turn, setTurn] = useState(0);
  const again = () => {
    reload();
    setTurn((before) => before + 1);
  };
  useDidShow(again);
  const { primary, sheet } = useMembership(at, loaded.value, again);
  return (
    <Page title={loaded.value?.name ?? '志愿队'} {...(member && primary ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(team) => (
          <>
            {team.closedAt ? <Banner tone="note" title="已解散" words={closedWords(team.closedAt)} /> : null}
            <Card>
              <Text className="block">{team.about}</Text>
              <Text className="block small">{teamWords(team)}</Text>
            </Card>
            {member && team.members > 0 ? (
              <>
                <Text className="heading">队员</Text>
                <Members key={turn} at={at} count={team.members} />
              </>
            ) : null}
            {roles.includes('worker') && !team.closedAt ? (
              <Leading communityId={at.communityId} team={team} again={again} />
            ) : null}
          </>
        )}
      </ListState>
      {sheet}
    </Page>
  );
}
