import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { Task } from '@gongzhi/shared/resolutions/model';
import { LIST_REFS } from '@gongzhi/shared/kernel/task';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { ownerWords } from '../../kernel/task-words';
import { answerWords, dueWords, reopenWords, tagOf } from '../words';
import { AnswerCard } from './answer-card';
import { canDo, saidWords } from './model';
import { SaidList, StepList } from './said-list';
import { WorkCard } from './work-card';

function Facts({ task }: { task: Task }) {
  const now = new Date();
  const [words, tone] = tagOf(task, now);
  const list = LIST_REFS[task.listRef];
  const lines = [dueWords(task, now), answerWords(task), reopenWords(task.reopens)].filter((one) => one !== undefined);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{task.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{task.what}</Text>
      <Text className="block small">负责：{ownerWords(task.owner)}</Text>
      {lines.map((line) => (
        <Text key={line} className="block small">
          {line}
        </Text>
      ))}
      <Text className="block small">
        {list.label}
        {task.listRef === 'none' ? '（可拒绝）' : ''}：{list.hint}
      </Text>
    </Card>
  );
}

/** One task: how it stands, what the reader can do with it, and everything that was done and said. */
export default function TaskPage() {
  const ids = useParams('resolutions', 'task');
  const { communityId, proposalId, taskId } = ids;
  const { loaded, reload } = useLoaded(taskId, () => call(resolutions.readTask, ids));
  const [turn, setTurn] = useState(0);
  const roles = useRolesIn(communityId);
  const { personId } = usePresence();
  useDidShow(reload);
  const again = () => {
    reload();
    setTurn((before) => before + 1);
  };
  return (
    <Page title="任务">
      <ListState loaded={loaded} retry={reload}>
        {(task) => {
          const can = canDo(task, { personId, roles }, new Date());
          const said = saidWords(task);
          return (
            <>
              <Facts task={task} />
              {said ? <Banner tone="ok" words={said} /> : null}
              <AnswerCard communityId={communityId} task={task} can={can} reload={again} />
              {can.work ? (
                <WorkCard communityId={communityId} task={task} reassign={can.reassign} reload={again} />
              ) : null}
              <Text className="heading">进展</Text>
              <StepList key={`s${turn}`} ids={ids} />
              <Text className="heading">验收和退回</Text>
              <SaidList key={`a${turn}`} ids={ids} worker={roles.includes('worker')} />
              <Card>
                <Row label="看这件事的全过程" onTap={() => open('resolutions', 'chain', { communityId, proposalId })} />
              </Card>
            </>
          );
        }}
      </ListState>
    </Page>
  );
}
