import { Picker, Text } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Rule } from '@gongzhi/shared/votes/rule-sets';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { SHARES, shareFor } from './model';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The community's own fractions of one rule set, with where they are written. */
export function ShareSheet({ communityId, rule, onClose }: { communityId: string; rule: Rule; onClose: () => void }) {
  const [quorum, setQuorum] = useState<string>();
  const [pass, setPass] = useState<string>();
  const [source, setSource] = useState('');
  const [adoptedOn, setAdoptedOn] = useState(today());
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const shares = { quorum: shareFor(quorum), pass: shareFor(pass) };
  const save = async () => {
    if (!shares.quorum || !shares.pass) return;
    setBusy(true);
    const outcome = await call(votes.setShares, {
      communityId,
      ruleId: rule.ruleId,
      quorum: shares.quorum,
      pass: shares.pass,
      source,
      adoptedOn,
    });
    setBusy(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.says);
  };
  return (
    <Sheet
      title={rule.name}
      words="按本社区议事规则设定。从现在起发起的表决按新的比例，已经发起的不变。"
      onClose={onClose}
      confirm={{
        label: '设定',
        busy,
        disabled: !shares.quorum || !shares.pass || source.trim() === '',
        onTap: () => void save(),
      }}
    >
      {failure ? <Banner tone="danger" title="没有设定" words={failure} /> : null}
      <Text className="block strong">至少多少参与</Text>
      <Segmented label="至少多少参与" options={SHARES} value={quorum} onChange={setQuorum} />
      <Text className="block strong">参与的至少多少赞成</Text>
      <Segmented label="参与的至少多少赞成" options={SHARES} value={pass} onChange={setPass} />
      <Field label="写在哪里" value={source} onChange={setSource} hint="如：本社区居民会议通过的议事规则第八条" />
      <Picker mode="date" value={adoptedOn} onChange={({ detail }) => setAdoptedOn(detail.value)}>
        <Row picks label="通过的日期" value={adoptedOn} />
      </Picker>
    </Sheet>
  );
}
