import { Text, View } from '@tarojs/components';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import type { Said } from '@gongzhi/shared/resolutions/model';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { Timeline } from '../../kernel/ui/timeline';
import { usePages } from '../../kernel/use-pages';
import { stepWords } from '../words';

type Ids = { communityId: string; proposalId: string; taskId: string };

function SaidCard({ said, publish }: { said: Said; publish: (() => void) | undefined }) {
  const who = `${said.byName}${said.author ? '（提案人）' : ''} · 第 ${said.round} 次验收 · ${timeInWords(said.at)}`;
  return (
    <Card>
      <View className="between">
        <Text className="small">{who}</Text>
        <Tag
          label={said.verdict === 'accept' ? '验收' : '退回'}
          tone={said.verdict === 'accept' ? 'active' : 'danger'}
        />
      </View>
      {said.reason ? <Text className="block">{said.reason}</Text> : null}
      {said.waiting ? <Text className="block small">理由等待社区工作者审核，审核前不公开。</Text> : null}
      {said.waiting && publish ? <PrimaryButton kind="plain" label="公开这条理由" onTap={publish} /> : null}
    </Card>
  );
}

/** What those who asked for it said of the result. Names stand by what they said, because an answer is given by name. */
export function SaidList({ ids, worker }: { ids: Ids; worker: boolean }) {
  const { loaded, reload, more } = usePages(ids.taskId, (cursor) =>
    call(resolutions.listAnswers, { ...ids, ...(cursor ? { cursor } : {}) }),
  );
  const publish = async ({ round, personId }: Said) => {
    const outcome = await call(resolutions.publishReason, { ...ids, round, personId });
    toast(outcome.ok ? '已公开。' : outcome.says);
    reload();
  };
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有人验收或退回。' }}
    >
      {({ items, next }) => (
        <>
          {items.map((said) => (
            <SaidCard
              key={`${said.round}${said.personId}`}
              said={said}
              publish={worker ? () => void publish(said) : undefined}
            />
          ))}
          {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

/** Everything that was done with the task, newest first; nothing is ever taken out of it. */
export function StepList({ ids }: { ids: Ids }) {
  const { loaded, reload, more } = usePages(ids.taskId, (cursor) =>
    call(resolutions.listSteps, { ...ids, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有进展。' }}
    >
      {({ items, next }) => (
        <Card>
          <Timeline
            moments={items.map((step) => ({
              key: step.stepId,
              at: step.at,
              words: stepWords(step),
              note: step.byName,
            }))}
          />
          {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
        </Card>
      )}
    </ListState>
  );
}
