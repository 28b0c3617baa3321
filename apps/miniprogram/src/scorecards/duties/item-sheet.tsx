import { useState } from 'react';
import type { DutyItem } from '@gongzhi/shared/scorecards/model';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { itemFaults, nextItem, withItem, withoutItem } from './model';

const FIELDS = [
  { name: 'itemId', label: '编号', hint: '清单上的编号，例如 1.2' },
  { name: 'title', label: '事项', hint: '最多 40 个字' },
  { name: 'source', label: '依据', hint: '写在哪份文件里，最多 30 个字' },
  { name: 'sourceDate', label: '文件日期', hint: '例如 2025-06-30' },
] as const;

interface ItemSheetProps {
  items: readonly DutyItem[];
  /** Which item is changed; empty: a new one. */
  itemId: string;
  onClose: () => void;
  onChange: (items: DutyItem[]) => void;
}
/** One item of the list, new or changed. */
export function ItemSheet({ items, itemId, onClose, onChange }: ItemSheetProps) {
  const before = items.find((one) => one.itemId === itemId);
  const [draft, type] = useState(before ?? nextItem(items));
  const faults = itemFaults(draft);
  const disabled = Object.keys(faults).length > 0;
  const keep = () => onChange(withItem(items, before?.itemId, draft));
  return (
    <Sheet
      title={before ? '修改一项' : '添加一项'}
      onClose={onClose}
      confirm={{ label: '好了', disabled, onTap: keep }}
    >
      {FIELDS.map(({ name, label, hint }) => (
        <Field
          key={name}
          label={label}
          hint={hint}
          value={draft[name]}
          error={draft[name] === '' ? undefined : faults[name]}
          onChange={(value) => type({ ...draft, [name]: value })}
        />
      ))}
      {before ? (
        <PrimaryButton kind="plain" label="从清单里去掉" onTap={() => onChange(withoutItem(items, itemId))} />
      ) : null}
    </Sheet>
  );
}
