import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { MOST, type Draft, type Words } from '@gongzhi/shared/announcements/model';
import { changedIn } from '@gongzhi/shared/announcements/rules';
import { partsWords } from '@gongzhi/shared/kernel/announcement-parts';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct, type Act } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { AnnouncementText } from '../announcement-text';
import { EstimateCard } from '../estimate-card';
import { correctedWords, stateTag, whenWords } from '../words';
import { actionsOf, type Action } from './model';

interface At {
  communityId: string;
  announcementId: string;
}
/** How it stands, and what is known of it besides its text. */
function Stand({ draft }: { draft: Draft }) {
  const corrected = correctedWords(draft);
  return (
    <Card>
      <View>
        <Tag {...stateTag(draft)} />
      </View>
      <Text className="block small">{whenWords(draft)}</Text>
      {draft.overrideReason ? <Text className="block small">夜里也发：{draft.overrideReason}</Text> : null}
      {draft.reason ? <Text className="block small">理由：{draft.reason}</Text> : null}
      {corrected ? <Text className="block small">{corrected}</Text> : null}
    </Card>
  );
}

const SHEETS = {
  'send-back': { title: '退回给写的人', label: '哪里要改', confirm: '退回' },
  withdraw: { title: '撤回这份通知', label: '为什么撤回（居民会看到）', confirm: '撤回' },
} as const;
type Sheet = keyof typeof SHEETS;

function Reason(props: { sheet: Sheet; at: At & { revision: number }; act: Act; busy: boolean; onClose: () => void }) {
  const { sheet, at, act, busy, onClose } = props;
  const done = (reason: string) =>
    sheet === 'withdraw'
      ? act(announcements.withdrawAnnouncement, { ...at, reason }, '已撤回，看过的人会收到说明。')
      : act(announcements.sendBack, { ...at, reason }, '已退回。');
  return <TextSheet {...SHEETS[sheet]} words="" max={MOST.reason} busy={busy} onConfirm={done} onClose={onClose} />;
}

/** What each action does; those that need a reason open a sheet. */
const doesOf = (
  at: At & { revision: number },
  act: Act,
  setSheet: (sheet: Sheet) => void,
): Readonly<Record<Action, () => void>> => ({
  approve: () =>
    void act(announcements.approveAnnouncement, at, ({ state }) =>
      state === 'scheduled' ? '已同意，到时候发布。' : '已同意，发出去了。',
    ),
  'take-back': () => void act(announcements.takeBack, at, '已拿回，可以再改。'),
  preview: () => open('announcements', 'preview', at),
  progress: () => open('announcements', 'progress', at),
  correct: () => open('announcements', 'correct', at),
  calls: () => open('announcements', 'call-list', at),
  'send-back': () => setSheet('send-back'),
  withdraw: () => setSheet('withdraw'),
});

/** That a correction waits, and what it changes. */
const proposedTitle = (before: Words, after: Words): string =>
  `有一份更正等第二个人同意：改了${partsWords(changedIn(before, after).join(','))}`;

function Content({ at, draft }: { at: At; draft: Draft }) {
  const { proposed, words, kind, state, audience } = draft;
  return (
    <>
      <Stand draft={draft} />
      {proposed ? <Banner tone="waiting" title={proposedTitle(words, proposed.words)} words={proposed.note} /> : null}
      <AnnouncementText
        {...{ communityId: at.communityId, kind, words: proposed?.words ?? words }}
        announcementId={state === 'withdrawn' ? undefined : at.announcementId}
      />
      {state === 'published' ? null : <EstimateCard {...at} audience={audience} />}
    </>
  );
}

/** One announcement for those who write and approve: its text, how it stands, what may be done. */
export default function Manage() {
  const at = useParams('announcements', 'manage');
  const roles = useRolesIn(at.communityId);
  const [sheet, setSheet] = useState<Sheet>();
  const { loaded, reload } = useLoaded(`manage ${at.announcementId}`, () => call(announcements.readDraft, at));
  useDidShow(reload);
  const { busy, act } = useAct(reload);
  const seen = { ...at, revision: loaded.value?.revision ?? 0 };
  const does = doesOf(seen, act, setSheet);
  const [first, ...others] = loaded.value ? actionsOf(loaded.value, roles) : [];
  return (
    <Page title="通知" {...(first ? { primary: { label: first.label, busy, onTap: does[first.action] } } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(draft) => (
          <>
            <Content at={at} draft={draft} />
            <View className="stack">
              {others.map(({ action, label, danger }) => (
                <PrimaryButton
                  key={action}
                  kind={danger ? 'danger' : 'plain'}
                  label={label}
                  busy={busy}
                  onTap={does[action]}
                />
              ))}
            </View>
          </>
        )}
      </ListState>
      {sheet ? <Reason sheet={sheet} at={seen} act={act} busy={busy} onClose={() => setSheet(undefined)} /> : null}
    </Page>
  );
}
