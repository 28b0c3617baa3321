import { Text } from '@tarojs/components';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Team, TeamPlan } from '@gongzhi/shared/exchange/teams';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { TeamSheet } from '../team-sheet';

/** What a worker may do about a team: change what it says, or close it for good. */
export function Leading({ communityId, team, again }: { communityId: string; team: Team; again: () => void }) {
  const [sheet, setSheet] = useState<'change' | 'close'>();
  const { busy, act } = useAct(again);
  const at = { communityId, teamId: team.teamId };
  const close = () => setSheet(undefined);
  const change = async (plan: TeamPlan) => {
    if (await act(exchange.changeTeam, { ...at, ...plan }, '已保存。')) close();
  };
  const end = async () => {
    if (await act(exchange.closeTeam, at, '队伍已解散。')) close();
  };
  return (
    <>
      <Text className="heading">管理</Text>
      <Card>
        <Row label="修改队名和说明" onTap={() => setSheet('change')} />
        <Row label="解散队伍" onTap={() => setSheet('close')} />
      </Card>
      {sheet === 'change' ? (
        <TeamSheet
          title="修改队伍"
          confirm="保存"
          plan={{ name: team.name, about: team.about }}
          busy={busy}
          onConfirm={(plan) => void change(plan)}
          onClose={close}
        />
      ) : null}
      {sheet === 'close' ? (
        <Sheet
          title={`解散${team.name}？`}
          words="解散以后不能恢复：没有人能再加入，以后的时长也不再算进来。队员自己的时长不变。"
          onClose={close}
          confirm={{ label: '解散', kind: 'danger', busy, onTap: () => void end() }}
        />
      ) : null}
    </>
  );
}
