import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { MOST, type Draft as Kept } from '@gongzhi/shared/announcements/model';
import { needsSecond } from '@gongzhi/shared/announcements/rules';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';

interface Typed {
  title: string;
  body: string;
  place: string;
  note: string;
}
const typedFrom = ({ words: { title, body, place = '' } }: Kept): Typed => ({ title, body, place, note: '' });

function Fields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) {
  return (
    <>
      <TextArea
        label="更正了什么"
        hint="例如：日期写错了，应是周四"
        value={typed.note}
        max={MOST.reason}
        onChange={(note) => change({ note })}
      />
      <TextArea label="标题" value={typed.title} max={MOST.title} onChange={(title) => change({ title })} />
      <TextArea label="正文" value={typed.body} max={MOST.body} onChange={(body) => change({ body })} />
      <Field label="地点" value={typed.place} onChange={(place) => change({ place })} />
    </>
  );
}

/** Another text of what is out: what it said before stays to be seen, and whoever read it is told. */
export default function Correct() {
  const at = useParams('announcements', 'correct');
  const { loaded, reload } = useLoaded(`correct ${at.announcementId}`, () => call(announcements.readDraft, at));
  const [typed, setTyped] = useState<Typed>();
  const [sending, setSending] = useState<{ busy: boolean; failure?: string }>({ busy: false });
  const kept = loaded.value;
  const current = typed ?? (kept && typedFrom(kept));
  const missing = current?.note.trim() ? undefined : '请写明更正了什么。';
  const send = async () => {
    if (!kept || !current) return;
    setSending({ busy: true });
    const { note, place, ...text } = current;
    const { place: _, ...before } = kept.words;
    const words = { ...before, ...text, ...(place.trim() ? { place } : {}) };
    const outcome = await call(announcements.correctAnnouncement, { ...at, revision: kept.revision, words, note });
    if (!outcome.ok) return setSending({ busy: false, failure: outcome.says });
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
        {() => (current ? <Fields typed={current} change={(part) => setTyped({ ...current, ...part })} /> : null)}
      </ListState>
      {sending.failure ? <Banner tone="danger" title="还没有更正" words={sending.failure} /> : null}
    </Page>
  );
}
