import { Text, View } from '@tarojs/components';
import { GRADES } from '@gongzhi/shared/kernel/hour-grades';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import type { RecordLine } from '@gongzhi/shared/reports/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { minutesWords } from '../kernel/minutes-words';
import { kindWords, recordTag } from './words';

/** One line of a record: what, when, how long, by what evidence, and what whoever was served said. */
export function RecordCard({ line }: { line: RecordLine }) {
  const tag = recordTag(line);
  const { title, from, kind, minutes, grade, served } = line;
  return (
    <Card>
      <View className="between">
        <Text className="strong">{title || '志愿服务'}</Text>
        {tag ? <Tag label={tag[0]} tone={tag[1]} /> : null}
      </View>
      <Text className="block">{`${dateInWords(from)}，${minutesWords(minutes)}`}</Text>
      <Text className="block small">{`${kindWords(kind)} · ${GRADES[grade].label}`}</Text>
      {served ? (
        <Text className="block small">{served.words ? `服务对象说：“${served.words}”` : '服务对象已确认'}</Text>
      ) : null}
    </Card>
  );
}
