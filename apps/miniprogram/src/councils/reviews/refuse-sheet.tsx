import { useState } from 'react';
import { Field } from '../../kernel/ui/field';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { REASONS } from './model';

/** Refusing a text needs a reason its author reads. */
export function RefuseSheet({
  busy,
  onClose,
  onRefuse,
}: {
  busy: boolean;
  onClose: () => void;
  onRefuse: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      title="不公开的理由"
      words="作者会看到这个理由。"
      onClose={onClose}
      confirm={{
        label: '确定不公开',
        kind: 'danger',
        busy,
        disabled: reason.trim() === '',
        onTap: () => onRefuse(reason),
      }}
    >
      <Segmented
        label="常用理由"
        options={REASONS.map((words) => ({ value: words, label: words }))}
        value={REASONS.find((words) => words === reason)}
        onChange={setReason}
      />
      <Field label="或者自己写" value={reason} onChange={setReason} />
    </Sheet>
  );
}
