import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { MOST } from '@gongzhi/shared/announcements/model';
import { needsSecond } from '@gongzhi/shared/announcements/rules';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { AttachFiles } from '../attach-files';
import { AttachLinks } from '../attach-links';
import { WhenFields } from '../write/fields';
import { faultsOf } from '../write/model';
import { correctionOf, missingOf, typedFrom, type Typed } from './model';

interface FieldsProps {
  communityId: string;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  faults: Readonly<Record<string, string>>;
}
function Fields({ communityId, typed, change, faults }: FieldsProps) {
  return (
    <>
      <TextArea
        label="更正了什么"
        hint="例如：日期写错了，应是周四"
        value={typed.note}
        max={MOST.reason}
        onChange={(note) => change({ note })}
      />
      <TextArea
        label="标题"
        value={typed.title}
        max={MOST.title}
        error={faults['title']}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="正文"
        value={typed.body}
        max={MOST.body}
        error={faults['body']}
        onChange={(body) => change({ body })}
      />
      <WhenFields draft={typed} change={change} faults={faults} />
      <AttachFiles communityId={communityId} files={typed.files} onChange={(files) => change({ files })} />
      <AttachLinks communityId={communityId} links={typed.links} onChange={(links) => change({ links })} />
    </>
  );
}

interface Sending {
  busy: boolean;
  failure?: string;
  faults: Readonly<Record<string, string>>;
}
/** Another text of what is out: what it said before stays to be seen, and whoever read it is told. */
export default function Correct() {
  const at = useParams('announcements', 'correct');
  const { loaded, reload } = useLoaded(`correct ${at.announcementId}`, () => call(announcements.readDraft, at));
  const [typed, setTyped] = useState<Typed>();
  const [sending, setSending] = useState<Sending>({ busy: false, faults: {} });
  const kept = loaded.value;
  const current = typed ?? (kept && typedFrom(kept));
  const missing = kept && current ? missingOf(current, kept) : '正在读取。';
  const send = async () => {
    if (!kept || !current) return;
    setSending({ busy: true, faults: {} });
    const words = correctionOf(current, kept);
    const { revision } = kept;
    const outcome = await call(announcements.correctAnnouncement, { ...at, revision, words, note: current.note });
    if (!outcome.ok) return setSending({ busy: false, failure: outcome.says, faults: faultsOf(outcome.invalid ?? []) });
    toast(needsSecond(kept.audience) ? '已送去，等第二个人同意。' : '已更正，看过的人会收到。');
    back();
  };
  return (
    <Page
      title="更正通知"
      why={missing}
      primary={{ label: '提交更正', busy: sending.busy, disabled: missing !== undefined, onTap: () => void send() }}
    >
      <ListState loaded={loaded} retry={reload}>
        {() =>
          current ? (
            <Fields
              communityId={at.communityId}
              typed={current}
              faults={sending.faults}
              change={(part) => setTyped((old) => ({ ...(old ?? current), ...part }))}
            />
          ) : null
        }
      </ListState>
      {sending.failure ? <Banner tone="danger" title="还没有更正" words={sending.failure} /> : null}
    </Page>
  );
}
