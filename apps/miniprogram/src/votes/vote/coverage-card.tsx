import { Text } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Group } from '@gongzhi/shared/votes/coverage-model';
import { UNIT_WORDS, type Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { groupWords } from './model';

/** Groups shown at first, and so many more at each tap: a community of fifty buildings is no first screen. */
const STEP = 6;
function Groups({ title, groups, unit }: { title: string; groups: readonly Group[]; unit: string }) {
  const [shown, setShown] = useState(STEP);
  const more = groups.length - shown;
  return (
    <>
      <Text className="block strong">{title}</Text>
      {groups.slice(0, shown).map((group) => (
        <Row key={group.name} label={group.name} value={groupWords(group, unit)} />
      ))}
      {more > 0 ? <Row label={`再看 ${Math.min(more, STEP)} 个`} onTap={() => setShown(shown + STEP)} /> : null}
    </>
  );
}

/** Whom the vote reached and who took part. Groups too small to hide in are not shown; somebody who may not see it sees nothing. */
export function CoverageCard({ vote: { communityId, voteId, rule, phase, ballot } }: { vote: Vote }) {
  const { loaded } = useLoaded(`${voteId} ${phase}`, () => call(votes.readCoverage, { communityId, voteId }));
  const coverage = loaded.value;
  if (!coverage) return null;
  const { count } = UNIT_WORDS[rule.unit];
  const { entitled, bound, reached, taken } = coverage.totals;
  const told = coverage.bands.filter(({ entitled: people }) => people !== null && people > 0);
  return (
    <>
      <Text className="heading">参与情况</Text>
      <Card>
        <Row label="名册上" value={`${entitled} ${count}`} />
        <Row label="已有人加入" value={`${bound} ${count}`} />
        <Row label="打开过这一页" value={`${reached} ${count}`} />
        <Row label="参与" value={`${taken} ${count}`} />
        <Groups title="按楼栋" groups={coverage.buildings} unit={count} />
        {told.length > 0 ? <Groups title="按年龄段（只含自愿填写的人）" groups={told} unit="人" /> : null}
        {ballot === 'secret' ? <Text className="block small">不记名表决只按楼栋统计参与，不按年龄段统计。</Text> : null}
        <Text className="block small">不足 5 {count}的数字不显示，也不显示能推算出来的数字。</Text>
      </Card>
    </>
  );
}
