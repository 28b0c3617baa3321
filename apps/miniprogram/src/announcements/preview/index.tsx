import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Draft } from '@gongzhi/shared/announcements/model';
import { needsSecond } from '@gongzhi/shared/announcements/rules';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, replaceBy, useParams } from '../../kernel/navigate';
import { instantOf } from '../../kernel/service/wall-times';
import { useTheme } from '../../kernel/theme';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { AnnouncementText } from '../announcement-text';
import { EstimateCard } from '../estimate-card';
import { FileStatus } from '../file-status';
import { messageFields, missingOf } from './model';
import './index.scss';

const LOOKS = [
  { value: 'plain' as const, label: '普通版' },
  { value: 'elder' as const, label: '长辈版' },
  { value: 'wechat' as const, label: '微信消息' },
];
type Look = (typeof LOOKS)[number]['value'];

function Message({ draft }: { draft: Draft }) {
  return (
    <Card>
      <Text className="block strong">社区通知</Text>
      {messageFields(draft.kind, draft.words, new Date()).map(({ key, label, value, most, cut }) => (
        <View key={key}>
          <Row label={label} value={value} />
          {cut ? <Text className="block small">{`只能显示 ${most} 个字，后面的会被截掉。`}</Text> : null}
        </View>
      ))}
    </Card>
  );
}

/** It as a phone shows it: in both sizes, and as a message of WeChat. */
function Looks({ communityId, draft }: { communityId: string; draft: Draft }) {
  const [look, setLook] = useState<Look>('plain');
  const { style } = useTheme();
  const { kind, words } = draft;
  return (
    <>
      <Text className="heading">居民看到的样子</Text>
      <Segmented label="居民看到的样子" options={LOOKS} value={look} onChange={setLook} />
      {look === 'wechat' ? (
        <Message draft={draft} />
      ) : (
        <View className={look === 'elder' ? 'page elder announcement-look' : 'page announcement-look'} style={style}>
          <AnnouncementText {...{ communityId, kind, words, announcementId: draft.announcementId }} />
        </View>
      )}
    </>
  );
}

interface How {
  later: boolean;
  date: string;
  time: string;
  override: boolean;
  reason: string;
}
const WHEN = [
  { value: 'now' as const, label: '马上发布' },
  { value: 'later' as const, label: '定时发布' },
];

/** When it goes out, and whether it may disturb at night. */
function Sending({ urgent, how, change }: { urgent: boolean; how: How; change: (part: Partial<How>) => void }) {
  return (
    <>
      <Text className="heading">什么时候发</Text>
      <Segmented
        label="什么时候发"
        options={WHEN}
        value={how.later ? 'later' : 'now'}
        onChange={(value) => change({ later: value === 'later' })}
      />
      {how.later ? (
        <Card>
          <Picker mode="date" value={how.date} onChange={({ detail }) => change({ date: detail.value })}>
            <Row label="哪一天" value={how.date ? dateInWords(`${how.date}T04:00:00.000Z`) : '请选'} picks />
          </Picker>
          <Picker mode="time" value={how.time} onChange={({ detail }) => change({ time: String(detail.value) })}>
            <Row label="几点" value={how.time} picks />
          </Picker>
        </Card>
      ) : null}
      <Text className="block small">小程序里马上能看到。晚上 10 点到早上 8 点不发微信消息，到 8 点再发。</Text>
      {urgent ? (
        <>
          <Segmented
            label="夜里也发微信消息"
            options={[
              { value: 'no' as const, label: '夜里不打扰' },
              { value: 'yes' as const, label: '夜里也发' },
            ]}
            value={how.override ? 'yes' : 'no'}
            onChange={(value) => change({ override: value === 'yes' })}
          />
          {how.override ? (
            <Field
              label="为什么夜里也要发"
              hint="会记录下来"
              value={how.reason}
              onChange={(reason) => change({ reason })}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}

const sentWords = (state: string): string =>
  state === 'waiting' ? '已送去，等第二个人同意。' : state === 'scheduled' ? '到时候会自动发布。' : '已发布。';

/** A kept draft, looked at once more and sent on its way. */
export default function Preview() {
  const at = useParams('announcements', 'preview');
  const [how, setHow] = useState<How>({ later: false, date: '', time: '09:00', override: false, reason: '' });
  const [sending, setSending] = useState<{ busy: boolean; failure?: string }>({ busy: false });
  const { loaded, reload } = useLoaded(`draft ${at.announcementId}`, () => call(announcements.readDraft, at));
  const draft = loaded.value;
  const second = draft !== undefined && needsSecond(draft.audience);
  const missing = missingOf(how);
  const send = async () => {
    setSending({ busy: true });
    const outcome = await call(announcements.submitAnnouncement, {
      ...{ ...at, revision: draft?.revision ?? 0 },
      ...(how.later ? { publishAt: new Date(instantOf(how.date, how.time)).toISOString() } : {}),
      ...(how.override ? { override: how.reason } : {}),
    });
    if (!outcome.ok) return setSending({ busy: false, failure: outcome.says });
    toast(sentWords(outcome.value.state));
    return replaceBy('announcements', 'manage', at);
  };
  const label = second ? '送第二个人同意' : how.later ? '定时发布' : '发布';
  return (
    <Page
      title="发布前看一看"
      why={missing}
      {...(draft
        ? { primary: { label, busy: sending.busy, disabled: missing !== undefined, onTap: () => void send() } }
        : {})}
    >
      <ListState loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            <Looks communityId={at.communityId} draft={shown} />
            {(shown.words.files ?? []).map((file) => (
              <FileStatus key={file.fileId} communityId={at.communityId} file={file} bare />
            ))}
            <EstimateCard {...at} audience={shown.audience} />
            <Sending
              urgent={shown.kind === 'urgent'}
              how={how}
              change={(part) => setHow((old) => ({ ...old, ...part }))}
            />
            {second ? (
              <Banner tone="note" title="要第二个人同意" words="发给全社区的，由另一位工作人员或街道的同志看过再发。" />
            ) : null}
            {sending.failure ? <Banner tone="danger" title="还没有发" words={sending.failure} /> : null}
            <View className="stack">
              <PrimaryButton kind="plain" label="回去改" onTap={() => open('announcements', 'write', at)} />
            </View>
          </>
        )}
      </ListState>
    </Page>
  );
}
