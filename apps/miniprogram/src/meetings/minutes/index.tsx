import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Line, Live } from '@gongzhi/shared/meetings/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages, type Pages } from '../../kernel/use-pages';
import { useAct } from '../../kernel/use-act';
import { leads, useRoles } from '../use-roles';
import { kindWords, whenAndWhere } from '../words';
import { LineCard, type LineActs } from './line-card';
import { LineSheet, type Open } from './line-sheets';
import { answered, mayDo, mayObjectTo, recordWords, stepOf } from './model';
import { OpinionSheet, Opinions } from './opinions';

function Head({ live }: { live: Live }) {
  return (
    <Card>
      <Text className="block strong">{kindWords(live.kind)}</Text>
      <Text className="block">{whenAndWhere(live)}</Text>
      <Text className="block">{recordWords(live, new Date())}</Text>
      {live.record?.hash ? <Text className="block small">校验码 {live.record.hash.slice(0, 16)}</Text> : null}
    </Card>
  );
}

interface Reader {
  lead: boolean;
  worker: boolean;
  open: (open: Open) => void;
  publish: (textId: string) => void;
}
/** What this reader may do about a line. */
const actsOn = (line: Line, live: Live, done: ReadonlySet<string>, reader: Reader): LineActs => {
  const { lineId } = line;
  const may = mayDo(line, live, { ...reader, answered: done.has(lineId) }, new Date());
  return {
    ...(may.object ? { object: () => reader.open({ kind: 'object', lineId }) } : {}),
    ...(may.answer ? { answer: () => reader.open({ kind: 'answer', lineId }) } : {}),
    ...(may.summarise ? { summarise: () => reader.open({ kind: 'summarise', lineId }) } : {}),
    ...(may.publish ? { publish: () => reader.publish(lineId) } : {}),
  };
};

function Lines({ live, pages, reader }: { live: Live; pages: Pages<Line>; reader: Reader }) {
  const { loaded, reload, more } = pages;
  return (
    <>
      <Text className="heading">纪要</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '开会以后，发生的事会自动记在这里。' }}
      >
        {({ items, next }) => (
          <>
            {mayObjectTo(live, new Date()) ? <Banner tone="note" words="哪一行记得不对，点那一行提出异议。" /> : null}
            {items.map((line) => (
              <LineCard
                key={line.lineId}
                line={line}
                agenda={live.agenda}
                acts={actsOn(line, live, answered(items), reader)}
              />
            ))}
            {next ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="看后面的纪要" busy={loaded.loading} onTap={more} />
              </View>
            ) : null}
          </>
        )}
      </ListState>
    </>
  );
}

export default function Minutes() {
  const at = useParams('meetings', 'minutes');
  const { loaded, reload } = useLoaded(at.meetingId, () => call(meetings.readMeeting, at));
  const lines = usePages(`lines ${at.meetingId}`, (cursor) =>
    call(meetings.listLines, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const opinions = usePages(`opinions ${at.meetingId}`, (cursor) =>
    call(meetings.listOpinions, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const roles = useRoles(at.communityId);
  const [open, setOpen] = useState<Open>();
  const refresh = () => {
    reload();
    lines.reload();
    opinions.reload();
  };
  const { busy, act } = useAct(refresh);
  useDidShow(refresh);
  const publish = (textId: string) => void act(meetings.decideText, { ...at, textId, publish: true }, '已公开。');
  const worker = roles.includes('worker');
  const reader = { lead: leads(roles), worker, open: setOpen, publish };
  const step = loaded.value ? stepOf(loaded.value, new Date()) : { kind: 'none' as const };
  const taps = {
    none: () => undefined,
    write: () => setOpen({ kind: 'opinion', lineId: '' }),
    confirm: () =>
      void act(meetings.confirmMinutes, at, ({ frozen }) => (frozen ? '已确认，纪要定稿。' : '已确认，谢谢您。')),
    freeze: () => void act(meetings.freezeMinutes, at, '纪要已定稿。'),
  };
  const primary: { primary?: PrimaryButtonProps } = step.label
    ? { primary: { label: step.label, busy, onTap: taps[step.kind] } }
    : {};
  const close = () => setOpen(undefined);
  return (
    <Page title="会议纪要" {...primary}>
      <ListState loaded={loaded} retry={reload}>
        {(live) => (
          <>
            <Head live={live} />
            <Lines live={live} pages={lines} reader={reader} />
            <Opinions pages={opinions} publish={worker ? publish : undefined} />
            {open?.kind === 'opinion' ? <OpinionSheet live={live} busy={busy} act={act} onClose={close} /> : null}
            {open ? <LineSheet open={open} at={at} busy={busy} act={act} onClose={close} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
