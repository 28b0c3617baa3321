import { Text } from '@tarojs/components';
import { useState } from 'react';
import { AFFAIRS, type Affair } from '@gongzhi/shared/procedures/affairs';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';
import { back, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { optionsFor, purposeOf, type Choice } from './model';

const KINDS = (Object.entries(AFFAIRS) as [AffairKind, Affair][]).map(([value, { name }]) => ({ value, label: name }));

function Guidance({ affair }: { affair: Affair }) {
  return (
    <Card>
      <Text className="block strong">{affair.name}</Text>
      <Text className="block">{affair.says}</Text>
      <Row label="比如" value={affair.examples} />
      <Row label="权利" value={affair.rights} />
      <Row label="义务" value={affair.duties} />
      <Row label="谁来定" value={affair.decides} />
    </Card>
  );
}

/** The five kinds of affairs with what each means; for a matter, also the choice of its kind and procedure. */
export default function Affairs() {
  const { communityId, proposalId } = useParams('procedures', 'affairs');
  const [kind, setKind] = useState<AffairKind>('selfGoverned');
  const [choice, setChoice] = useState<Choice>();
  const { busy, act } = useAct(() => undefined);
  const choose = async () => {
    if (!proposalId || !choice) return;
    const input = { communityId, proposalId, kind, procedureId: choice };
    if (await act(procedures.chooseProcedure, input, '已选定，大家都能看到。')) back();
  };
  const primary = proposalId
    ? { label: '就按这个程序', busy, disabled: !choice || choice === 'election', onTap: () => void choose() }
    : undefined;
  return (
    <Page title={proposalId ? '分类和选程序' : '五类事务'} {...(primary ? { primary } : {})}>
      <Text className="heading">这是哪一类事</Text>
      <Segmented
        label="事务类别"
        options={KINDS}
        value={kind}
        onChange={(value) => {
          setKind(value);
          setChoice(undefined);
        }}
      />
      <Guidance affair={AFFAIRS[kind]} />
      <Text className="heading">{proposalId ? '按哪个程序办' : '可以按这些程序办'}</Text>
      <Segmented
        label="程序"
        options={optionsFor(kind)}
        value={choice}
        onChange={(value) => setChoice(value as Choice)}
      />
      {choice ? <Banner tone={choice === 'election' ? 'danger' : 'note'} words={purposeOf(choice)} /> : null}
    </Page>
  );
}
