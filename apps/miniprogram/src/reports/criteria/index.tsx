import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { reports } from '@gongzhi/shared/reports/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { sourceWords } from '../rule/model';
import { changed, draftOf, hasRoom, missingOf, versionWords, withMore, without, type Item } from './model';

const TITLE = '评议的标准';

function Criterion(props: { one: Item; n: number; change: (part: Partial<Item>) => void; remove: () => void }) {
  const { one, n, change, remove } = props;
  return (
    <Card>
      <Field label={`第 ${n} 条的名称`} value={one.title} onChange={(title) => change({ title })} />
      <TextArea label="要回答的问题" value={one.asks} max={80} onChange={(asks) => change({ asks })} />
      <PrimaryButton kind="plain" label={`去掉第 ${n} 条`} onTap={remove} />
    </Card>
  );
}

/** A new version: evaluations that are open keep the one they were opened with. */
function Form(props: { communityId: string; criteria: Output<typeof reports.readCriteria>; done: () => void }) {
  const { communityId, criteria, done } = props;
  const [draft, setDraft] = useState(() => draftOf(criteria));
  const { busy, act } = useAct(done);
  const put = (items: Item[]) => setDraft({ ...draft, items });
  const { items, source } = draft;
  const missing = missingOf(draft);
  const save = () =>
    void act(reports.setCriteria, { communityId, ...draft }, ({ version }) => `已存为第 ${version} 版。`);
  return (
    <Page title={TITLE} why={missing} primary={{ label: '存为新的一版', busy, disabled: !!missing, onTap: save }}>
      <Text className="block">写成要用事实回答的问题，不打分、不排名。已经开始的评议还用原来的标准。</Text>
      <Text className="block small">{`${versionWords(criteria)}。${sourceWords(criteria)}`}</Text>
      {items.map((one, i) => (
        <Criterion
          key={one.criterionId}
          one={one}
          n={i + 1}
          change={(part) => put(changed(items, one.criterionId, part))}
          remove={() => put(without(items, one.criterionId))}
        />
      ))}
      {hasRoom(items) ? <PrimaryButton kind="plain" label="再加一条" onTap={() => put(withMore(items))} /> : null}
      <Field
        label="依据"
        hint="例如哪份文件、哪次会议定的"
        value={source}
        onChange={(words) => setDraft({ ...draft, source: words })}
      />
    </Page>
  );
}

/** A worker writes the criteria of evaluations. */
export default function CriteriaPage() {
  const { communityId } = useParams('reports', 'criteria');
  const { loaded, reload } = useLoaded(communityId, () => call(reports.readCriteria, { communityId }));
  const { value } = loaded;
  if (value) return <Form key={value.version} communityId={communityId} criteria={value} done={reload} />;
  return (
    <Page title={TITLE}>
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
