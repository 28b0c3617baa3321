import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { SimilarHint } from '../similar-hint';
import { RiskySheet } from '../risky-sheet';
import { MOST_RECOMMENDATIONS, added, changed, pasted, removed, type Draft } from './model';
import { useDraft } from './use-draft';
import { useFiling } from './use-filing';

function PasteSheet({ onPaste, onClose }: { onPaste: (paper: string) => void; onClose: () => void }) {
  const [paper, setPaper] = useState('');
  return (
    <Sheet
      title="粘贴整篇文稿"
      words="把写好的文稿粘贴进来，会按“一、（一）”自动分到各栏，您再核对。已写的理由和建议会被替换。"
      onClose={onClose}
      confirm={{ label: '自动分栏', disabled: paper.trim() === '', onTap: () => onPaste(paper) }}
    >
      <TextArea label="文稿" value={paper} onChange={setPaper} max={25_000} />
    </Sheet>
  );
}

interface FormProps {
  draft: Draft;
  change: (draft: Draft) => void;
  faults: Record<string, string>;
}
function Recommendations({ draft, change, faults }: FormProps) {
  return (
    <>
      {draft.recommendations.map(({ title, body }, index) => (
        <Card key={index}>
          <Text className="block strong">建议 {index + 1}</Text>
          <Field
            label="建议标题"
            value={title}
            error={faults[`recommendations.${index}.title`]}
            onChange={(next) => change(changed(draft, index, { title: next }))}
          />
          <TextArea
            label="建议内容"
            value={body}
            max={2000}
            error={faults[`recommendations.${index}.body`]}
            onChange={(next) => change(changed(draft, index, { body: next }))}
          />
          {draft.recommendations.length > 1 ? (
            <PrimaryButton kind="plain" label={`删去建议 ${index + 1}`} onTap={() => change(removed(draft, index))} />
          ) : null}
        </Card>
      ))}
      {draft.recommendations.length < MOST_RECOMMENDATIONS ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="再加一条建议" onTap={() => change(added(draft))} />
        </View>
      ) : null}
    </>
  );
}

export default function Write() {
  const { communityId } = useParams('councils', 'write');
  const { draft, change, clear, restored } = useDraft(communityId);
  const { busy, faults, failure, risky, file, dismiss } = useFiling(communityId, draft, clear);
  const [pasting, setPasting] = useState(false);
  return (
    <Page title="我要提议" primary={{ label: '提交提议', busy, onTap: () => void file(false) }}>
      {restored ? (
        <Banner tone="note" title="草稿" words="上次没写完的内容还在。写的时候会自动保存在这部手机上。" />
      ) : null}
      {failure ? <Banner tone="danger" title="没有提交成功" words={failure} /> : null}
      <View className="stack">
        <PrimaryButton kind="plain" label="已有文稿？粘贴后自动分栏" onTap={() => setPasting(true)} />
      </View>
      <Field
        label="标题"
        hint="一句话说清要做什么"
        value={draft.title}
        error={faults['title']}
        onChange={(title) => change({ ...draft, title })}
      />
      <SimilarHint communityId={communityId} title={draft.title} grounds={draft.grounds} />
      <TextArea
        label="理由和现状"
        max={5000}
        value={draft.grounds}
        error={faults['grounds']}
        onChange={(grounds) => change({ ...draft, grounds })}
      />
      <Recommendations draft={draft} change={change} faults={faults} />
      <Text className="block small">提交后先做内容安全检查，通过后邻居就能看到、附议和讨论。</Text>
      {pasting ? (
        <PasteSheet
          onClose={() => setPasting(false)}
          onPaste={(paper) => {
            change(pasted(draft, paper));
            setPasting(false);
          }}
        />
      ) : null}
      {risky ? <RiskySheet words={risky} busy={busy} onClose={dismiss} onAsk={() => void file(true)} /> : null}
    </Page>
  );
}
