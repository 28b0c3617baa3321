import { useState } from 'react';
import type { TeamPlan } from '@gongzhi/shared/exchange/teams';
import { Field } from '../kernel/ui/field';
import { Sheet } from '../kernel/ui/sheet';
import { TextArea } from '../kernel/ui/text-area';

export interface TeamSheetProps {
  title: string;
  confirm: string;
  plan: TeamPlan;
  busy: boolean;
  onConfirm: (plan: TeamPlan) => void;
  onClose: () => void;
}

/** What a worker writes of a team, when it is founded and when it is changed. */
export function TeamSheet({ title, confirm, plan, busy, onConfirm, onClose }: TeamSheetProps) {
  const [name, setName] = useState(plan.name);
  const [about, setAbout] = useState(plan.about);
  const disabled = name.trim() === '' || about.trim() === '';
  return (
    <Sheet
      title={title}
      onClose={onClose}
      confirm={{ label: confirm, busy, disabled, onTap: () => onConfirm({ name, about }) }}
    >
      <Field label="队名" value={name} onChange={setName} />
      <TextArea label="做什么" value={about} max={200} onChange={setAbout} />
    </Sheet>
  );
}
