import { Text, View } from '@tarojs/components';
import { LEVELS, type Figure, type GroupResult, type Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { IntervalBar } from '../interval-bar';
import { CONFIDENCE, LEVEL_WORDS, channelWords, figureWords, flagWords, groupWords } from '../words';

/** A figure with its interval and the table behind it. */
export function FigureCard({ title, figure, table }: { title: string; figure: Figure; table: boolean }) {
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      {figure.shown ? <IntervalBar share={figure.rate} /> : null}
      <Text className="block">{figureWords(figure)}</Text>
      {table && figure.shown
        ? LEVELS.map((level) => <Row key={level} label={LEVEL_WORDS[level]} value={`${figure.levels[level]} 份`} />)
        : null}
    </Card>
  );
}

/** Whether the answers look like those of many people answering by themselves, and why not. */
export function Trust({ result: { flags, confidence, channels = [] } }: { result: Result }) {
  const [label, tone] = CONFIDENCE[confidence];
  return (
    <Card>
      <View className="between">
        <Text className="strong">可不可信</Text>
        <Tag label={label} tone={tone} />
      </View>
      {flags.map((flag) => (
        <Text key={flag.kind} className="block">{`${flagWords(flag)}。`}</Text>
      ))}
      {channelWords(channels).map((words) => (
        <Text key={words} className="block">{`${words}。`}</Text>
      ))}
      <Text className="block small">发现异常只降低可信度，不删除任何回答。</Text>
    </Card>
  );
}

const BY = { building: '按楼栋', ageBand: '按家里最大的年龄段' } as const;
export function Groups({ by, groups }: { by: GroupResult['by']; groups: readonly GroupResult[] }) {
  const some = groups.filter((group) => group.by === by);
  if (some.length === 0) return null;
  return (
    <>
      <Text className="heading">{BY[by]}</Text>
      {some.map(({ name, figure }) => (
        <FigureCard key={name} title={groupWords(name)} figure={figure} table={false} />
      ))}
    </>
  );
}

/** How the sample was drawn, so that anybody with the roll can draw it again. */
export function Drawn({ result: { draw } }: { result: Result }) {
  if (!draw) return null;
  return (
    <Card>
      <Text className="block strong">怎样抽的</Text>
      <Text className="block small">
        按楼栋和年龄段分层，用随机种子抽取。开始时公布种子的校验码，结束后公布种子，防止事后换人。
      </Text>
      <Text className="block small">校验码（SHA-256）</Text>
      <Text className="block mono small">{draw.seedHash}</Text>
      <Text className="block small">种子</Text>
      <Text className="block mono small">{draw.seed}</Text>
    </Card>
  );
}
