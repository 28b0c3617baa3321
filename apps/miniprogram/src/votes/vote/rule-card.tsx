import { Text } from '@tarojs/components';
import { areaInWords } from '@gongzhi/shared/votes/amount-words';
import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import { UNIT_WORDS, type Vote } from '@gongzhi/shared/votes/model';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { BALLOT_WORDS, ruleRows } from './model';

/** By which rule, on which roll and with which kind of ballot the vote is held. */
export function RuleCard({ vote }: { vote: Vote }) {
  const { rule, roll, communityId, proposalId } = vote;
  return (
    <>
      <Text className="heading">规则和名册</Text>
      <Card>
        {ruleRows(vote).map((row) => (
          <Row key={row.label} {...row} />
        ))}
        <Text className="block small">
          依据：{rule.source}（{rule.sourceDate}）
          {rule.verified ? '' : '。2026 年起施行的新法条文尚待核对，现按本社区议事规则执行。'}
        </Text>
        <Text className="block small">
          名册在发起时固定，共 {roll.units} {UNIT_WORDS[rule.unit].count}
          {roll.area > 0 ? `、${areaInWords(roll.area)}` : ''}，不再增减。名册指纹：{roll.hash.slice(0, 16)}
        </Text>
        <Text className="block small">{namedFor(isPoll(vote), BALLOT_WORDS[vote.ballot])}</Text>
        <Row label="看提案全文" onTap={() => open('councils', 'proposal', { communityId, proposalId })} />
      </Card>
    </>
  );
}
