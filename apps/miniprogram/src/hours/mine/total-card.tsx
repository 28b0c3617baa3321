import { Text, View } from '@tarojs/components';
import type { Totals } from '@gongzhi/shared/hours/model';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { minutesWords } from '../../kernel/minutes-words';
import { totalLines } from '../words';

/** What adds up, by track and by year, and where to go from there. */
export function TotalCard({ communityId, totals }: { communityId: string; totals: Totals }) {
  return (
    <>
      <Card>
        {totalLines(totals).map(({ label, words, hint }) => (
          <View key={label}>
            <View className="between">
              <Text className="strong">{label}</Text>
              <Text className="strong">{words}</Text>
            </View>
            <Text className="block small">{hint}</Text>
          </View>
        ))}
        {totals.years.map(({ year, recorded }) => (
          <Row key={year} label={`${year} 年记录时长`} value={minutesWords(recorded)} />
        ))}
      </Card>
      <Card>
        <Row label="更正和核对" value="看答复" onTap={() => open('hours', 'cases', { communityId })} />
        <Row label="志愿服务证明" onTap={() => open('hours', 'certificates', { communityId })} />
        <Row label="时长是怎么算的" onTap={() => open('hours', 'rule', { communityId })} />
      </Card>
    </>
  );
}
