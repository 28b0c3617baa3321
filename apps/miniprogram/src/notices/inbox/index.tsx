import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { notices } from '@gongzhi/shared/notices/contract';
import type { Notice } from '@gongzhi/shared/notices/model';
import { call } from '../../kernel/call';
import { open, toTab } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { targetOf, titleOf, toFind, wordsOf, type Target } from './model';

const OPEN: Readonly<Record<Target, (notice: Notice) => void>> = {
  announcement: ({ communityId, proposalId }) =>
    open('announcements', 'announcement', { communityId, announcementId: proposalId }),
  'own-announcement': ({ communityId, proposalId }) =>
    open('announcements', 'manage', { communityId, announcementId: proposalId }),
  progress: ({ communityId, proposalId }) =>
    open('announcements', 'progress', { communityId, announcementId: proposalId }),
  vote: ({ communityId, data }) => open('votes', 'vote', { communityId, voteId: String(data['voteId']) }),
  task: ({ communityId, proposalId, data }) =>
    open('resolutions', 'task', { communityId, proposalId, taskId: String(data['taskId']) }),
  chain: ({ communityId, proposalId }) => open('resolutions', 'chain', { communityId, proposalId }),
  way: ({ communityId, proposalId }) => open('procedures', 'way', { communityId, proposalId }),
  meeting: ({ communityId, data }) => open('meetings', 'live', { communityId, meetingId: String(data['meetingId']) }),
  call: ({ communityId, proposalId }) => open('calls', 'call', { communityId, callId: proposalId }),
  activity: ({ communityId, proposalId }) => open('volunteering', 'activity', { communityId, activityId: proposalId }),
  wish: ({ communityId, proposalId }) => open('wishes', 'wish', { communityId, wishId: proposalId }),
  survey: ({ communityId }) => open('satisfaction', 'mine', { communityId }),
  'survey-result': ({ communityId, data }) =>
    open('satisfaction', 'result', { communityId, roundId: String(data['roundId']) }),
  organised: ({ communityId }) => open('volunteering', 'organised', { communityId }),
  'ask-help': ({ communityId }) => open('volunteering', 'ask-help', { communityId }),
  case: ({ communityId, data }) => open('hours', 'case', { communityId, caseId: String(data['caseId']) }),
  certificates: ({ communityId }) => open('hours', 'certificates', { communityId }),
  points: ({ communityId }) => open('exchange', 'points', { communityId }),
  thanks: ({ communityId }) => open('exchange', 'thanks', { communityId }),
  thank: ({ communityId, data }) => open('exchange', 'thank', { communityId, activityId: String(data['activityId']) }),
  reported: ({ communityId }) => open('party', 'mine', { communityId }),
  need: ({ communityId, data }) => open('projects', 'need', { communityId, needId: String(data['needId']) }),
  post: ({ communityId, data }) => open('projects', 'post', { communityId, postId: String(data['postId']) }),
  report: ({ communityId, data }) => open('reports', 'report', { communityId, period: String(data['period']) }),
  sent: ({ communityId }) => open('reports', 'unit', { communityId }),
  evaluation: ({ communityId, data }) => open('reports', 'evaluation', { communityId, period: String(data['period']) }),
  'unit-to-answer': ({ communityId }) => open('reports', 'to-answer', { communityId, side: 'unit' }),
  word: ({ communityId, data: { helperId, period, wishId } }) =>
    open('reports', 'word', {
      ...{ communityId, memberId: String(helperId) },
      ...{ period: String(period), wishId: String(wishId) },
    }),
  'to-answer': ({ communityId }) => open('reports', 'to-answer', { communityId }),
  proposal: ({ communityId, proposalId }) => open('councils', 'proposal', { communityId, proposalId }),
};
const go = (notice: Notice) => {
  if (!notice.read) void call(notices.markRead, { noticeId: notice.noticeId });
  OPEN[targetOf(notice)](notice);
};

/** What became of an announcement since it was told. */
const SINCE = {
  corrected: { label: '已更正', tone: 'waiting' },
  withdrawn: { label: '已撤回', tone: 'danger' },
} as const;

function NoticeCard({ notice }: { notice: Notice }) {
  return (
    <Card onTap={() => go(notice)}>
      <View className="between">
        <Text className="small">{timeInWords(notice.at)}</Text>
        {notice.since ? <Tag {...SINCE[notice.since]} /> : null}
        {notice.read ? null : <Tag label="未读" tone="waiting" />}
      </View>
      <Text className={notice.read ? 'block' : 'block strong'}>{wordsOf(notice)}</Text>
      <Text className="block small">{titleOf(notice)}</Text>
    </Card>
  );
}

/** Looks for words in the titles; the way to what is sent over WeChat. */
function Finder(props: {
  typed: string;
  words: string;
  onType: (typed: string) => void;
  onFind: (words: string) => void;
}) {
  const { typed, words, onType, onFind } = props;
  const { words: wanted, error } = toFind(typed, words);
  const find = () => (wanted ? onFind(wanted) : undefined);
  const clear = () => {
    onType('');
    onFind('');
  };
  return (
    <>
      <Card>
        <Row label="微信提醒设置" onTap={() => open('notices', 'preferences', {})} />
      </Card>
      <Field label="找通知" hint="通知保留一年" value={typed} error={error} onChange={onType} onSearch={find} />
      {wanted || words ? (
        <View className="stack">
          {wanted ? <PrimaryButton kind="plain" label="找一找" onTap={find} /> : null}
          {words ? <PrimaryButton kind="plain" label="看全部通知" onTap={clear} /> : null}
        </View>
      ) : null}
    </>
  );
}

/** What happened to the matters one proposed or supported, and what was announced, newest first; a tap opens it and it is read. */
export default function Inbox() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const { loaded, reload, more } = usePages(words ? `find ${words}` : 'inbox', (cursor) => {
    const at = cursor ? { cursor } : {};
    return words ? call(notices.searchInbox, { words, ...at }) : call(notices.listInbox, at);
  });
  const [busy, setBusy] = useState(false);
  useDidShow(reload);
  const arrived = loaded.value?.items
    .map(({ arrivedAt }) => arrivedAt)
    .sort()
    .at(-1);
  const readAll = async () => {
    if (!arrived) return;
    setBusy(true);
    const outcome = await call(notices.markAllRead, { upTo: arrived });
    setBusy(false);
    toast(outcome.ok ? '已全部标为已读。' : outcome.says);
    reload();
  };
  return (
    <Page title="通知">
      <Finder typed={typed} words={words} onType={setTyped} onFind={setWords} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items, next }) => items.length === 0 && !next}
        empty={
          words
            ? { words: `没有找到标题里有“${words}”的通知。换几个字试试。` }
            : {
                words: '还没有通知。您提议或附议的事有进展时，会在这里告诉您。',
                action: { label: '看看邻居的提议', onTap: () => toTab('councils') },
              }
        }
      >
        {({ items, next }) => (
          <>
            {!words && items.some(({ read }) => !read) ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="全部标为已读" busy={busy} onTap={() => void readAll()} />
              </View>
            ) : null}
            {items.map((notice) => (
              <NoticeCard key={notice.noticeId} notice={notice} />
            ))}
            {items.length === 0 ? <Text className="block">最近的通知里没有找到，再往前找找。</Text> : null}
            {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
