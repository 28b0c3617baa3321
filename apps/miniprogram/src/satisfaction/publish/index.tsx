import { Text } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { AnsweredResult, Promised, Publication } from '@gongzhi/shared/satisfaction/publication';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useDraft } from '../../kernel/use-draft';
import { useLoaded } from '../../kernel/use-loaded';
import { HeardCard, PromiseCard } from './lines';
import {
  NO_LINE,
  NO_PROMISE,
  emptyDraft,
  mayHear,
  mayPromise,
  missingOf,
  pointOptions,
  withOne,
  writingOf,
  type Draft,
} from './model';
import { PromiseSheet } from './promise-sheet';

type At = { communityId: string; roundId: string };
interface Before {
  result: AnsweredResult;
  newest: Publication | undefined;
}
const gather = async (at: At): Promise<Outcome<Before>> => {
  const result = await call(satisfaction.readResult, at);
  if (!result.ok) return result;
  if (result.value.response.versions === 0) return { ok: true, value: { result: result.value, newest: undefined } };
  const newest = await call(satisfaction.readPublication, { ...at, version: 'newest' });
  return newest.ok ? { ok: true, value: { result: result.value, newest: newest.value } } : newest;
};

/** What is written, kept on the device until it is published; a refusal keeps it. */
const useWriting = (at: At, { newest }: Before) => {
  const after = newest?.version ?? 0;
  const { draft, change, clear, restored } = useDraft(`answer ${at.roundId} ${after}`, emptyDraft(newest));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const publish = async () => {
    setBusy(true);
    const outcome = await call(satisfaction.publishAnswer, { ...at, ...writingOf(draft, after) });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    clear();
    toast('已公布，居民现在就能看到。要做的事已列为公开的任务。');
    back();
  };
  return { draft, change, restored, clear, busy, failure, publish, why: missingOf(draft, after === 0) };
};

interface PromisesProps {
  communityId: string;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Something was promised before. */
  later: boolean;
}
function Promises({ communityId, draft, change, later }: PromisesProps) {
  const [editing, edit] = useState<number>();
  const { doing } = draft;
  const keep = (i: number, to?: Promised) => {
    change({ doing: withOne(doing, i, to) });
    edit(undefined);
  };
  return (
    <>
      <Text className="heading">我们要做的</Text>
      <Text className="block small">
        {later
          ? '以前答应的事照旧公开办理，不能去掉；这里写新加的。'
          : '每一件都会列为公开的任务，居民能看进展、能验收。'}
      </Text>
      {doing.map((promise, i) => (
        <PromiseCard key={i} promise={promise} onTap={() => edit(i)} />
      ))}
      {mayPromise(draft) ? (
        <PrimaryButton kind="plain" label="加一件要做的事" onTap={() => edit(doing.length)} />
      ) : null}
      {editing === undefined ? null : (
        <PromiseSheet
          communityId={communityId}
          promise={doing[editing] ?? NO_PROMISE}
          onClose={() => edit(undefined)}
          onKeep={(promise) => keep(editing, promise)}
          onRemove={() => keep(editing)}
        />
      )}
    </>
  );
}

function Write({ at, before }: { at: At; before: Before }) {
  const { result, newest } = before;
  const { draft, change, restored, clear, busy, failure, publish, why } = useWriting(at, before);
  const points = pointOptions(result);
  const { heard } = draft;
  return (
    <Page
      title="回应居民"
      why={why}
      primary={{ label: '公布', busy, disabled: why !== undefined, onTap: () => void publish() }}
    >
      {restored ? (
        <Banner tone="note" title="草稿" words="上次没写完的内容还在。写的时候会自动保存在这部手机上。">
          <PrimaryButton kind="plain" label="不要草稿，从头写" onTap={clear} />
        </Banner>
      ) : null}
      <Text className="block small home-who">{`${aboutInWords(result.about)}的调查结果。写给全体居民看；不要写能认出是谁说的话。`}</Text>
      <Text className="heading">我们听到的</Text>
      {heard.map((line, i) => (
        <HeardCard
          key={i}
          no={i + 1}
          line={line}
          points={points}
          change={(to) => change({ heard: withOne(heard, i, to) })}
        />
      ))}
      {mayHear(draft) ? (
        <PrimaryButton kind="plain" label="加一条听到的" onTap={() => change({ heard: [...heard, NO_LINE] })} />
      ) : null}
      <Promises communityId={at.communityId} draft={draft} change={change} later={newest !== undefined} />
      {newest ? (
        <Field
          label="为什么更新"
          hint="原来的版本会一直留着，居民都能看到"
          value={draft.why}
          onChange={(words) => change({ why: words })}
        />
      ) : null}
      {failure ? <Banner tone="danger" title="没有公布成功" words={failure} /> : null}
    </Page>
  );
}

/** The community answers a result: what was heard, what will be done; a later version stands beside the earlier ones. */
export default function Publish() {
  const at = useParams('satisfaction', 'publish');
  const { loaded, reload } = useLoaded(at.roundId, () => gather(at));
  if (loaded.value) return <Write at={at} before={loaded.value} />;
  return (
    <Page title="回应居民">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
