import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Proposal } from '@gongzhi/shared/councils/model';
import { call } from '../../kernel/call';
import { replaceBy } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { SIDES, takesOf, whyNot, type Side } from './model';

/** Dividing the recommendations between two matters, each with a title of its own. */
export function Split({ proposal }: { proposal: Proposal }) {
  const { communityId, proposalId, recommendations } = proposal;
  const [sides, setSides] = useState<Side[]>(() => recommendations.map((_, i) => (i === 0 ? 'first' : 'second')));
  const [titles, setTitles] = useState<Record<Side, string>>({ first: '', second: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const why = whyNot(sides, titles);
  const split = async () => {
    setBusy(true);
    const part = (side: Side) => ({ title: titles[side], takes: takesOf(sides, side) });
    const input = { communityId, proposalId, first: part('first'), second: part('second') };
    const outcome = await call(councils.splitMatter, input);
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    toast('已拆成两件，附议人会收到告知。');
    replaceBy('councils', 'proposal', { communityId, proposalId });
  };
  return (
    <>
      <Text className="block small">
        每条建议归到其中一件。附议不会自动带过去：附议整件的人不一定两件都赞成，会请他们分别附议。拆分不能撤销。
      </Text>
      {SIDES.map(({ value, label }) => (
        <Field
          key={value}
          label={`${label}的标题`}
          value={titles[value]}
          onChange={(title) => setTitles({ ...titles, [value]: title })}
        />
      ))}
      {recommendations.map(({ title }, at) => (
        <Card key={title}>
          <Text className="block strong">
            {at + 1}. {title}
          </Text>
          <Segmented
            label={`建议 ${at + 1} 归到`}
            options={SIDES}
            value={sides[at]}
            onChange={(side) => setSides(sides.map((own, i) => (i === at ? side : own)))}
          />
        </Card>
      ))}
      {failure ? <Banner tone="danger" title="没有拆分" words={failure} /> : null}
      <View className="stack">
        {why ? <Text className="block small">{why}</Text> : null}
        <PrimaryButton
          kind="danger"
          label="拆成两件"
          busy={busy}
          disabled={why !== undefined}
          onTap={() => void split()}
        />
      </View>
    </>
  );
}
