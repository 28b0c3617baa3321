import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { open } from '../../kernel/navigate';
import { TABS } from '../../kernel/routes';
import { usePresence } from '../../kernel/standing';
import { ROLE_WORDS, works } from '../../kernel/standing-core';
import { Page } from '../../kernel/ui/page';
import { RoleSwitch } from '../../kernel/ui/role-switch';
import { useTheme } from '../../kernel/theme';
import { Welcome } from '../welcome';
import { BigEntries } from './big-entries';
import { ElderSwitch } from './elder-switch';
import { OpenVotes } from './open-votes';
import { Workbench } from './workbench';

/** 首页 for residents, 工作台 for roles with work waiting: one page, so that switching is one tap and WeChat's own tab bar stays. */
export default function Home() {
  const { standing } = usePresence();
  const title = works(standing?.role) ? '工作台' : TABS.home;
  useEffect(() => { void Taro.setTabBarItem({ index: 0, text: title }); }, [title]);
  const communityId = standing?.belonging.scope ?? '';
  const { elder } = useTheme();
  const atHome = standing && !works(standing.role) ? standing : undefined;
  const primary = atHome && !elder ? { primary: { label: '我要提议', onTap: () => open('councils', 'write', { communityId }) } } : {};
  return (
    <Page title={title} {...primary}>
      {standing ? (
        <>
          <RoleSwitch />
          <Text className="block small home-who">{standing.belonging.name} · {ROLE_WORDS[standing.role]} · {standing.belonging.displayName}</Text>
          {atHome && elder ? <BigEntries communityId={communityId} /> : null}
          {atHome ? <><Text className="heading">现在和您有关的</Text><OpenVotes communityId={communityId} /></> : <Workbench standing={standing} />}
        </>
      ) : <Welcome what="和您家有关的表决、提议和通知" />}
      <View className="stack"><ElderSwitch /></View>
    </Page>
  );
}
