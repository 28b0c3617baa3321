import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { MyUnit, Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';

/** Authorising somebody in writing to cast one's ballot, taking it back, and being the one authorised. Only while the vote is open and its rule allows it. */
export function ProxyCard({ vote, done }: { vote: Vote; done: () => void }) {
  const { communityId, voteId, rule, phase, mine } = vote;
  const [code, setCode] = useState('');
  const [given, setGiven] = useState<string>();
  if (rule.proxiesPerAgent === 0 || phase !== 'open' || !mine) return null;
  const at = { communityId, voteId };
  const offer = async ({ unitId }: MyUnit) => {
    const outcome = await call(votes.offerProxy, { ...at, unitId });
    if (outcome.ok) setGiven(outcome.value.code);
    else toast(outcome.says);
  };
  const revoke = async ({ unitId }: MyUnit) => {
    const outcome = await call(votes.revokeProxy, { ...at, unitId });
    toast(outcome.ok ? '委托已撤回。' : outcome.says);
    done();
  };
  const accept = async () => {
    const outcome = await call(votes.acceptProxy, { ...at, code });
    toast(outcome.ok ? '您现在可以代投这一票。' : outcome.says);
    if (outcome.ok) setCode('');
    done();
  };
  const own = mine.units.filter(({ as, voted }) => as === 'own' && !voted);
  return (
    <>
      <Text className="heading">委托投票</Text>
      <Card>
        {own.map((unit) =>
          unit.proxied ? (
            <Row key={unit.unitId} label="已委托别人代投" value="撤回" onTap={() => void revoke(unit)} />
          ) : (
            <Row key={unit.unitId} label="委托别人代投我的票" value="取委托码" onTap={() => void offer(unit)} />
          ),
        )}
        {given ? <Text className="block strong">委托码：{given}（请当面或电话告诉受托人）</Text> : null}
        <Field label="我是受托人：填委托码" value={code} onChange={setCode} />
        <View className="stack">
          <PrimaryButton
            label="接受委托"
            kind="plain"
            disabled={code.trim().length !== 10}
            onTap={() => void accept()}
          />
        </View>
        <Text className="block small">
          一位受托人最多代 {rule.proxiesPerAgent} 位业主投票。受托人投票之前，您可以撤回委托或自己投；一位业主只计一票。
        </Text>
      </Card>
    </>
  );
}
