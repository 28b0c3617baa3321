import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { LIST_REFS, type ListRef } from '@gongzhi/shared/kernel/task';
import type { Promised } from '@gongzhi/shared/satisfaction/publication';
import { call } from '../../kernel/call';
import { DueField } from '../../kernel/ui/due-field';
import { Field } from '../../kernel/ui/field';
import { OwnerField } from '../../kernel/ui/owner-field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { promiseLacks } from './model';

const LISTS = (Object.keys(LIST_REFS) as ListRef[]).map((value) => ({ value, label: LIST_REFS[value].label }));

interface PromiseSheetProps {
  communityId: string;
  promise: Promised;
  onClose: () => void;
  onKeep: (promise: Promised) => void;
  onRemove: () => void;
}
/** One thing the community will do: what, who, until when, and on which list it stands. */
export function PromiseSheet({ communityId, promise, onClose, onKeep, onRemove }: PromiseSheetProps) {
  const [draft, setDraft] = useState(promise);
  const type = (part: Partial<Promised>) => setDraft({ ...draft, ...part });
  const lacks = promiseLacks(draft);
  const confirm = { label: '好了', disabled: lacks !== undefined, onTap: () => onKeep(draft) };
  return (
    <Sheet title="一件要做的事" onClose={onClose} confirm={confirm}>
      <Field label="做什么" hint="最多 40 个字" value={draft.title} onChange={(title) => type({ title })} />
      <TextArea label="怎么做" value={draft.what} max={150} onChange={(what) => type({ what })} />
      <Text className="block strong">由谁负责</Text>
      <OwnerField
        members={(cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })}
        owner={draft.owner}
        onChange={(owner) => type({ owner })}
      />
      <Text className="block strong">什么时候完成</Text>
      <DueField due={draft.due} onChange={(due) => type({ due })} />
      <Text className="block strong">在哪张清单上</Text>
      <Segmented label="在哪张清单上" options={LISTS} value={draft.listRef} onChange={(listRef) => type({ listRef })} />
      <Text className="block small">{LIST_REFS[draft.listRef].hint}</Text>
      {lacks ? <Text className="block small">{lacks}</Text> : null}
      <PrimaryButton kind="plain" label="去掉这一件" onTap={onRemove} />
    </Sheet>
  );
}
