import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { back, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { useAct } from '../../kernel/use-act';
import { DayRow } from '../day-row';
import { PickVolunteers, type Picked } from '../pick-volunteers';
import { FIELDS, issuedWords, missingFrom, newDraft } from './model';

/** Certificates for one or many, of one time, in the community's name. */
export default function Issue() {
  const { communityId } = useParams('hours', 'issue');
  const belonging = usePresence().standing?.belonging;
  const [picked, setPicked] = useState<Picked[]>([]);
  const [draft, setDraft] = useState(() => newDraft(belonging?.name ?? '', belonging?.displayName ?? '', new Date()));
  const { busy, act } = useAct(() => undefined);
  const missing = missingFrom(draft, picked.length);
  const issue = async () => {
    const { note, ...said } = draft;
    const volunteers = picked.map(({ id: volunteerId }) => ({ volunteerId }));
    const input = { communityId, ...said, ...(note.trim() ? { note } : {}), volunteers };
    if (await act(hours.issueCertificates, input, issuedWords)) back();
  };
  return (
    <Page
      title="出具证明"
      primary={{ label: `出具 ${picked.length} 份`, busy, disabled: missing !== undefined, onTap: () => void issue() }}
      why={missing}
    >
      <PickVolunteers communityId={communityId} picked={picked} onChange={setPicked} />
      <Card>
        <DayRow label="从哪天" value={draft.fromDay} onChange={(fromDay) => setDraft({ ...draft, fromDay })} />
        <DayRow label="到哪天" value={draft.toDay} onChange={(toDay) => setDraft({ ...draft, toDay })} />
        {FIELDS.map(({ key, label }) => (
          <Field key={key} label={label} value={draft[key]} onChange={(next) => setDraft({ ...draft, [key]: next })} />
        ))}
      </Card>
    </Page>
  );
}
