import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PickOne } from '../../kernel/ui/pick-one';
import type { Pickable } from '../../kernel/ui/pick-one/model';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { agentsIn } from './model';

function Agents({ communityId, onPick }: { communityId: string; onPick: (agent: Pickable) => void }) {
  const { loaded, reload } = useLoaded(communityId, () =>
    allPages((cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {(members) => <PickOne label="受托人的称呼或门牌" all={agentsIn(members)} onPick={onPick} />}
    </ListState>
  );
}

/** A written proxy that a worker has seen and keeps: who may cast this unit's ballot instead. Only where the rule allows any. */
export function WrittenProxy({ vote, unitId, label }: { vote: Vote; unitId: string; label: string }) {
  const { communityId, voteId, rule } = vote;
  const [asking, setAsking] = useState(false);
  const [agent, setAgent] = useState<Pickable>();
  const [said, setSaid] = useState<{ tone: 'ok' | 'danger'; words: string }>();
  const [busy, setBusy] = useState(false);
  if (rule.proxiesPerAgent === 0) return null;
  const register = async ({ id, label: name }: Pickable) => {
    setBusy(true);
    const outcome = await call(votes.registerProxy, { communityId, voteId, unitId, agentId: id });
    setBusy(false);
    setAsking(false);
    setAgent(undefined);
    setSaid(
      outcome.ok
        ? { tone: 'ok', words: `已登记：${name}可以代投这一票。委托人自己先投的，以先投的为准。` }
        : { tone: 'danger', words: outcome.says },
    );
  };
  return (
    <>
      <Text className="heading">书面委托</Text>
      <Card>
        <Text className="block small">
          收到纸质授权委托书并核对身份后登记。一位受托人最多代 {rule.proxiesPerAgent} 位业主投票；受托人要已加入本社区。
        </Text>
        {said ? <Banner tone={said.tone} words={said.words} /> : null}
        <Row label="登记书面委托" value="选受托人" onTap={() => setAsking(true)} />
      </Card>
      {asking ? (
        <Sheet
          title="登记书面委托"
          words={agent ? `${label}委托${agent.label}代投。委托书请存档备查。` : `${label}委托谁代投？`}
          onClose={() => setAsking(false)}
          {...(agent ? { confirm: { label: '登记委托', busy, onTap: () => void register(agent) } } : {})}
        >
          {agent ? null : <Agents communityId={communityId} onPick={setAgent} />}
        </Sheet>
      ) : null}
    </>
  );
}
