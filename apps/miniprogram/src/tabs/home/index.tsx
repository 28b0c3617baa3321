import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { open } from '../../kernel/navigate';
import { TABS } from '../../kernel/routes';
import { usePresence } from '../../kernel/standing';
import { ROLE_WORDS, works, type Standing } from '../../kernel/standing-core';
import { Page } from '../../kernel/ui/page';
import { RoleSwitch } from '../../kernel/ui/role-switch';
import { useTheme } from '../../kernel/theme';
import { NoticeRow } from '../notice-row';
import { Welcome } from '../welcome';
import { AnnouncementsCard } from './announcements-card';
import { AskedCard } from './asked-card';
import { BigEntries } from './big-entries';
import { ElderSwitch } from './elder-switch';
import { OpenVotes } from './open-votes';
import { TodayMeetings } from './today-meetings';
import { Workbench } from './workbench';

function AtHome({ standing, elder }: { standing: Standing; elder: boolean }) {
  const communityId = standing.belonging.scope;
  return (
    <>
      {elder ? <BigEntries communityId={communityId} /> : null}
      <Text className="heading">现在和您有关的</Text>
      {standing.belonging.roles.includes('buildingHead') ? (
        <AnnouncementsCard communityId={communityId} role="buildingHead" />
      ) : null}
      <AskedCard communityId={communityId} />
      <TodayMeetings communityId={communityId} />
      <OpenVotes communityId={communityId} />
    </>
  );
}

function Standings({ standing, elder }: { standing: Standing; elder: boolean }) {
  const { belonging, role } = standing;
  const { personId } = usePresence();
  return (
    <>
      <RoleSwitch />
      <Text className="block small home-who">
        {belonging.name} · {ROLE_WORDS[role]} · {belonging.displayName}
      </Text>
      {personId ? <NoticeRow personId={personId} /> : null}
      {works(role) ? <Workbench standing={standing} /> : <AtHome standing={standing} elder={elder} />}
    </>
  );
}

/** 首页 for residents, 工作台 for roles with work waiting: one page, so that switching is one tap and WeChat's own tab bar stays. */
export default function Home() {
  const { standing } = usePresence();
  const { elder } = useTheme();
  const title = works(standing?.role) ? '工作台' : TABS.home;
  useEffect(() => {
    void Taro.setTabBarItem({ index: 0, text: title });
  }, [title]);
  const proposes = standing && !works(standing.role) && !elder;
  const write = () => {
    if (standing) open('councils', 'write', { communityId: standing.belonging.scope });
  };
  return (
    <Page title={title} {...(proposes ? { primary: { label: '我要提议', onTap: write } } : {})}>
      {standing ? <Standings standing={standing} elder={elder} /> : <Welcome what="和您家有关的表决、提议和通知" />}
      <View className="stack">
        <ElderSwitch />
      </View>
    </Page>
  );
}
