import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { refreshStanding, usePresence } from '../../kernel/standing';
import { ROLE_WORDS, type Belonging } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { RoleSwitch } from '../../kernel/ui/role-switch';
import { Row } from '../../kernel/ui/row';
import { NoticeRow } from '../notice-row';
import { Welcome } from '../welcome';
import { AgeBandCard } from './age-band';
import { LeaveCard } from './leave-card';
import { ReadingCard } from './reading-card';
import { SentCard } from './sent-card';
import { SignOutCard } from './sign-out-card';

/** Whether one is confirmed as an owner here, or how to be. */
function OwnerRow({ belonging: { scope, roles } }: { belonging: Belonging }) {
  if (scope.length !== 12) return null;
  if (roles.includes('owner')) return <Row label="业主身份" value="已确认" />;
  return (
    <Row
      label="我是业主"
      value="请社区确认"
      onTap={() => open('directory', 'join', { communityId: scope, way: 'owner' })}
    />
  );
}

/** Who reported in as a party member has a record; who speaks for a unit has what was sent to it. */
function PartyRows({ belonging: { scope, roles } }: { belonging: Belonging }) {
  if (scope.length !== 12) return null;
  return (
    <>
      <Row
        label="我的党员服务记录"
        value="报告、评议"
        onTap={() => open('reports', 'record', { communityId: scope })}
      />
      {roles.includes('unitContact') ? (
        <Row label="单位收到的报告" onTap={() => open('reports', 'unit', { communityId: scope })} />
      ) : null}
    </>
  );
}

/** What one is asked and has answered; a street has none. */
function RatingRow({ belonging: { scope } }: { belonging: Belonging }) {
  if (scope.length !== 12) return null;
  return <Row label="我的评价" value="满意度调查" onTap={() => open('satisfaction', 'mine', { communityId: scope })} />;
}

/** Points, thanks, skills, teams and the year; a street has none. */
function PointsRow({ scope }: { scope: string }) {
  if (scope.length !== 12) return null;
  return (
    <Row
      label="我的积分"
      value="感谢、技能、年度小结"
      onTap={() => open('exchange', 'points', { communityId: scope })}
    />
  );
}

/** What is kept of somebody, and the ways out. */
function Leaving({ belonging }: { belonging: Belonging | undefined }) {
  return (
    <>
      <Card>
        <Row label="我的投票回执" value="查我的票" onTap={() => open('votes', 'receipt', {})} />
        <Row label="隐私和授权" value="查看、撤回" onTap={() => open('identity', 'consents', {})} />
      </Card>
      {belonging ? <LeaveCard belonging={belonging} done={() => void refreshStanding()} /> : null}
      <SignOutCard />
    </>
  );
}

export default function Me() {
  const { personId, standing } = usePresence();
  return (
    <Page title="我的">
      {standing ? (
        <Card>
          <Text className="block strong">{standing.belonging.displayName}</Text>
          <Row
            label={standing.belonging.name}
            value={standing.belonging.roles.map((role) => ROLE_WORDS[role]).join('、')}
          />
          <Row
            label="我负责的任务"
            onTap={() => open('resolutions', 'worklist', { communityId: standing.belonging.scope })}
          />
          <Row label="我的志愿时长" onTap={() => open('hours', 'mine', { communityId: standing.belonging.scope })} />
          <RatingRow belonging={standing.belonging} />
          <PartyRows belonging={standing.belonging} />
          <Row label="我家" value={standing.belonging.household?.label ?? '没有登记到一户'} />
          <OwnerRow belonging={standing.belonging} />
          <PointsRow scope={standing.belonging.scope} />
        </Card>
      ) : (
        <Welcome what="您的身份、您家和您办过的事" />
      )}
      <RoleSwitch />
      <AgeBandCard />
      {personId ? <NoticeRow personId={personId} /> : null}
      {personId ? <SentCard personId={personId} /> : null}
      <ReadingCard />
      {personId ? <Leaving belonging={standing?.belonging} /> : null}
    </Page>
  );
}
