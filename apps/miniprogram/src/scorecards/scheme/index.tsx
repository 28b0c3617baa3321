import { Text } from '@tarojs/components';
import { useState, type ComponentProps } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { DutyItem, Indicator, Scheme } from '@gongzhi/shared/scorecards/model';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { SCHEME_RULE } from '@gongzhi/shared/scorecards/rule-sets';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { SubjectChoice } from '../subject-choice';
import { SERVICE_WORDS, SOURCE_WORDS, serviceIn, subjectOf, weightWords } from '../words';
import { Edit } from './edit';

const sourceWords = ({ source, service }: Indicator): string =>
  `${SOURCE_WORDS[source].label}${service ? `（${SERVICE_WORDS[service]}）` : ''}：${SOURCE_WORDS[source].note}`;

function Version({ title, scheme, duties }: { title: string; scheme: Scheme; duties: readonly DutyItem[] }) {
  const dutyOf = (id: string) => duties.find(({ itemId }) => itemId === id)?.title ?? '';
  return (
    <>
      <Text className="heading">{title}</Text>
      {scheme.indicators.map((one) => (
        <Card key={one.indicatorId}>
          <Text className="block strong">
            {one.title}，{weightWords(one.weight)}
          </Text>
          <Text className="block">{sourceWords(one)}</Text>
          <Text className="block small">
            依据清单 {one.dutyItemId} {dutyOf(one.dutyItemId)}
          </Text>
          <Text className="block small">为什么看：{one.reason}</Text>
        </Card>
      ))}
    </>
  );
}

function Rules({ streetId, ...choice }: { streetId: string } & ComponentProps<typeof SubjectChoice>) {
  return (
    <>
      <SubjectChoice {...choice} />
      <Card>
        <Text className="block">
          居民满意度至少占一半，台账最多占十分之一，只看社区自己清单里的事，权重加起来正好是全部。
        </Text>
        <Text className="block small">依据：{SCHEME_RULE.source}</Text>
        <Row label="履职事项清单" onTap={() => open('scorecards', 'duties', { streetId })} />
      </Card>
    </>
  );
}

type Read = Output<typeof scorecards.readScheme>;
function Shown({ read, duties }: { read: Read; duties: readonly DutyItem[] }) {
  return (
    <>
      {read.now ? <Version title="现在的考核办法" scheme={read.now} duties={duties} /> : null}
      {read.later ? (
        <Version title={`${quarterWords(read.later.from)}起的考核办法`} scheme={read.later} duties={duties} />
      ) : null}
      {read.now || read.later ? null : <Text className="block">还没有考核办法，由街道来定。</Text>}
    </>
  );
}

/** How communities and their services are appraised, for everybody; the street's supervisor writes it. */
export default function SchemePage() {
  const { streetId, service } = useParams('scorecards', 'scheme');
  const [subject, choose] = useState(subjectOf(service));
  const mine = useRolesIn(streetId).includes('supervisor');
  const list = useLoaded(streetId, () => call(scorecards.readDuties, { streetId }));
  const { loaded, reload } = useLoaded(`${streetId}${subject}`, () =>
    call(scorecards.readScheme, { streetId, ...serviceIn(subject) }),
  );
  const duties = list.loaded.value?.list?.items ?? [];
  const rules = <Rules streetId={streetId} subject={subject} choose={choose} />;
  if (mine && loaded.value && list.loaded.value)
    return (
      <Edit
        key={subject}
        streetId={streetId}
        subject={subject}
        read={loaded.value}
        duties={duties}
        reload={reload}
        rules={rules}
      />
    );
  return (
    <Page title="怎么考核">
      {rules}
      <ListState loaded={loaded} retry={reload}>
        {(read) => <Shown read={read} duties={duties} />}
      </ListState>
    </Page>
  );
}
