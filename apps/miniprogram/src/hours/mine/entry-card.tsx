import { Text, View } from '@tarojs/components';
import type { Entry } from '@gongzhi/shared/hours/model';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { minutesWords } from '../../kernel/minutes-words';
import { evidenceWords, lineTag, reasonWords, whenWords } from '../words';

/** One line of the account: what, when, how long, by what evidence. `correct` only where the line can be corrected. */
export function EntryCard({ entry, correct }: { entry: Entry; correct: (() => void) | undefined }) {
  const tag = lineTag(entry);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{entry.title || '志愿服务'}</Text>
        {tag ? <Tag label={tag[0]} tone={tag[1]} /> : null}
      </View>
      <Text className="block">{minutesWords(entry.minutes)}</Text>
      <Text className="block small">{whenWords(entry)}</Text>
      <Text className="block small">{evidenceWords(entry)}</Text>
      {entry.question ? <Text className="block small">{reasonWords(entry.question.reasons)}。</Text> : null}
      {correct ? (
        <PrimaryButton kind="plain" label={`申请更正《${entry.title || '志愿服务'}》`} onTap={correct} />
      ) : null}
    </Card>
  );
}
