import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { TaskHead } from '@gongzhi/shared/resolutions/model';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { AnsweredResult, Doing, Publication } from '@gongzhi/shared/satisfaction/publication';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { dayWords, ownerWords } from '../../kernel/task-words';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { pointWords, promiseTag, responseTag, responseWords } from '../response-words';

type At = { communityId: string; roundId: string };
type Tasks = ReadonlyMap<string, TaskHead>;

/** One promise with how its task stands now; the whole card opens it. */
function PromiseCard({ at, one, task }: { at: At; one: Doing; task: TaskHead | undefined }) {
  const { communityId, roundId: proposalId } = at;
  const { taskId, title, what, owner, dueAt } = one;
  const [label, tone] = promiseTag(task, new Date());
  const go = task ? { onTap: () => open('resolutions', 'task', { communityId, proposalId, taskId }) } : {};
  return (
    <Card {...go}>
      <View className="between">
        <Text className="strong">{title}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block">{what}</Text>
      <Text className="block small">{`负责：${ownerWords(task?.owner ?? owner)}。${dayWords(dueAt)}前完成`}</Text>
    </Card>
  );
}

function Version({ at, result, said, tasks }: { at: At; result: AnsweredResult; said: Publication; tasks: Tasks }) {
  const { version, at: saidAt, byName, heard, doing, why } = said;
  const many = result.response.versions > 1;
  return (
    <>
      <Text className="heading">我们听到的</Text>
      <Card>
        {many ? <Text className="block strong">{`第 ${version} 版`}</Text> : null}
        {why ? <Text className="block small">{`更新的原因：${why}`}</Text> : null}
        {heard.map(({ words, about }, i) => {
          const points = pointWords(about, result);
          return (
            <View key={i} className="block">
              <Text className="block">{words}</Text>
              {points ? <Text className="block small">{points}</Text> : null}
            </View>
          );
        })}
        <Text className="block small">{`${byName}，${dateInWords(saidAt)}`}</Text>
      </Card>
      {doing.length > 0 ? <Text className="heading">我们要做的</Text> : null}
      {doing.map((one) => (
        <PromiseCard key={one.taskId} at={at} one={one} task={tasks.get(one.taskId)} />
      ))}
    </>
  );
}

/** One version as it was published; the one before it on demand. */
function Published({ at, result, version }: { at: At; result: AnsweredResult; version: number }) {
  const [earlier, setEarlier] = useState(false);
  const { loaded, reload } = useLoaded(`${at.roundId} ${version}`, () =>
    call(satisfaction.readPublication, { ...at, version: String(version) }),
  );
  const { loaded: standing } = useLoaded(at.roundId, () =>
    call(resolutions.readResolution, { communityId: at.communityId, proposalId: at.roundId }),
  );
  const tasks: Tasks = new Map(standing.value?.items.map((task) => [task.taskId, task]));
  return (
    <ListState loaded={loaded} retry={reload}>
      {(said) => (
        <>
          <Version at={at} result={result} said={said} tasks={tasks} />
          {version > 1 && !earlier ? (
            <PrimaryButton kind="plain" label={`看第 ${version - 1} 版`} onTap={() => setEarlier(true)} />
          ) : null}
          {earlier ? <Published at={at} result={result} version={version - 1} /> : null}
        </>
      )}
    </ListState>
  );
}

/** What the community answered, or that it has not. */
export function ResponsePart({ at, result }: { at: At; result: AnsweredResult }) {
  const { response } = result;
  const tag = responseTag(response);
  if (!tag) return null;
  return (
    <>
      <Card>
        <View className="between">
          <Text className="strong">社区的回应</Text>
          <Tag label={tag[0]} tone={tag[1]} />
        </View>
        <Text className="block small">{responseWords(response)}</Text>
      </Card>
      {response.versions > 0 ? (
        <Published key={response.versions} at={at} result={result} version={response.versions} />
      ) : null}
    </>
  );
}
