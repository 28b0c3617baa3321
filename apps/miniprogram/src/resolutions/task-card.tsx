import { Text, View } from '@tarojs/components';
import type { TaskHead } from '@gongzhi/shared/resolutions/model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { ownerWords } from '../kernel/task-words';
import { answerWords, dueWords, reopenWords, tagOf } from './words';

/** A task with its owner, its due date and how it stands, in words; the whole card opens it. */
export function TaskCard({ communityId, task }: { communityId: string; task: TaskHead }) {
  const now = new Date();
  const [words, tone] = tagOf(task, now);
  const more = [answerWords(task), reopenWords(task.reopens)].filter((one) => one !== undefined);
  const { proposalId, taskId } = task;
  return (
    <Card onTap={() => open('resolutions', 'task', { communityId, proposalId, taskId })}>
      <View className="between">
        <Text className="strong">{task.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block small">负责：{ownerWords(task.owner)}</Text>
      <Text className="block small">{dueWords(task, now)}</Text>
      {more.map((line) => (
        <Text key={line} className="block small">
          {line}
        </Text>
      ))}
    </Card>
  );
}
