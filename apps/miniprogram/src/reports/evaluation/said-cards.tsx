import { Text, View } from '@tarojs/components';
import type { Evaluation } from '@gongzhi/shared/reports/evaluation-model';
import { RESIDENTS_FROM } from '@gongzhi/shared/reports/rule-sets';
import { Card } from '../../kernel/ui/card';
import { refWords, sideWords } from './model';

/** Each criterion with what every side said of it, beside one another. */
export function SaidCards({ evaluation }: { evaluation: Evaluation }) {
  const { criteria, residents, reply } = evaluation;
  return (
    <>
      {criteria.map(({ criterionId, title, asks, said }) => (
        <Card key={criterionId}>
          <Text className="block strong">{title}</Text>
          <Text className="block small">{asks}</Text>
          {said.length === 0 ? <Text className="block">还没有人写。</Text> : null}
          {said.map(({ side, words, refs }) => (
            <View key={side}>
              <Text className="block strong">{sideWords(side)}</Text>
              <Text className="block">{words}</Text>
              {refs.length > 0 ? <Text className="block small">{refWords(refs)}</Text> : null}
            </View>
          ))}
        </Card>
      ))}
      <Card>
        <Text className="block strong">居民的话</Text>
        {residents ? (
          residents.map((words) => <Text key={words} className="block">{`“${words}”`}</Text>)
        ) : (
          <Text className="block small">{`不显示姓名。写的居民不到 ${RESIDENTS_FROM} 人时不显示，免得看出是谁。`}</Text>
        )}
      </Card>
      {reply ? (
        <Card>
          <Text className="block strong">本人的回应</Text>
          <Text className="block">{reply.words}</Text>
        </Card>
      ) : null}
    </>
  );
}
