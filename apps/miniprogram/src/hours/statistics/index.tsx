import { Text } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { MonthField } from '../month-field';
import { monthsBack } from '../months';
import { minutesWords } from '../../kernel/minutes-words';

interface Figure {
  label: string;
  people: number;
  minutes: number;
}
function Figures({ title, all }: { title: string; all: readonly Figure[] }) {
  if (all.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      {all.map(({ label, people, minutes }) => (
        <Row key={label} label={label} value={`${people} 人，${minutesWords(minutes)}`} />
      ))}
    </Card>
  );
}
const kindWords = (kind: string): string => (KINDS as Readonly<Record<string, string>>)[kind] ?? kind;

/** Recorded time of a month by kind and building; few people are not shown, and nobody is ranked. */
export default function Statistics() {
  const { communityId } = useParams('hours', 'statistics');
  const [month, setMonth] = useState(() => monthsBack(new Date(), 1)[0] ?? '');
  const { loaded, reload } = useLoaded(`${communityId}${month}`, () =>
    call(hours.readStatistics, { communityId, month }),
  );
  return (
    <Page title="志愿服务统计">
      <MonthField month={month} onChange={setMonth} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ total, hidden }) => !total && !hidden}
        empty={{
          words: '这个月还没有记录时长。',
          action: { label: '看看志愿活动', onTap: () => open('volunteering', 'find', { communityId }) },
        }}
      >
        {({ total, kinds, buildings, hidden }) => (
          <>
            <Figures title="全社区" all={total ? [{ label: '记录时长', ...total }] : []} />
            <Figures title="按服务类别" all={kinds.map(({ kind, ...rest }) => ({ label: kindWords(kind), ...rest }))} />
            <Figures title="按楼栋" all={buildings.map(({ building, ...rest }) => ({ label: building, ...rest }))} />
            {hidden ? <Text className="block small">少于 5 人的不显示，免得看出是谁。</Text> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
