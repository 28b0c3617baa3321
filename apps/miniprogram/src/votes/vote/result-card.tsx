import { Text, View } from '@tarojs/components';
import type { Result, Vote } from '@gongzhi/shared/votes/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { Card } from '../../kernel/ui/card';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { OUTCOME_WORDS, channelWords, countRows, kindWords, reasonRows, turnoutRows } from './model';

/** The published result: outcome, decision, counts with their base, quorum and majority. */
export function ResultCard({ result, vote }: { result: Result; vote: Pick<Vote, 'rule' | 'ballot'> }) {
  return (
    <>
      <Text className="heading">{kindWords(vote).title}结果</Text>
      <Card>
        <View className="between">
          <Text className="strong">{OUTCOME_WORDS[result.outcome]}</Text>
          <Tag label={OUTCOME_WORDS[result.outcome]} tone={result.outcome === 'passed' ? 'active' : 'plain'} />
        </View>
        <Paragraphs text={result.decision} />
        <ReadAloud text={result.decision} />
      </Card>
      <Card>
        {turnoutRows(result, vote).map((row) => (
          <Row key={row.label} {...row} />
        ))}
        {countRows(result).map((row) => (
          <Row key={row.label} {...row} />
        ))}
        {reasonRows(result, vote).map((row) => (
          <Row key={row.label} {...row} />
        ))}
        {result.few ? (
          <Text className="block">参加的太少，为了不暴露是谁投的，不公布各选项的票数，也不公布选票清单。</Text>
        ) : null}
        {channelWords(result) ? <Row label="选票来源" value={channelWords(result)} /> : null}
        <Text className="block small">{timeInWords(result.settledAt)}按选票逐张计票得出。</Text>
      </Card>
    </>
  );
}
