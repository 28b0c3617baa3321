import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import type { Resolution } from '@gongzhi/shared/resolutions/model';
import { open, useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { isStaff, useRolesIn } from '../../kernel/use-roles';
import { TaskCard } from '../task-card';
import { Gates } from './gates';
import { gatherChain } from './gather-chain';
import { linksOf, taskWords, type Chain, type Link, type Promises } from './model';
import { ReviewCard } from './review-card';

type At = { communityId: string; proposalId: string };
const OPENS = { proposal: '看提案全文', discussion: '看讨论', vote: '看表决' } as const;

function LinkCard({ at, link, voteId }: { at: At; link: Link; voteId: string | undefined }) {
  const go = () => {
    if (link.opens === 'vote') {
      if (voteId) open('votes', 'vote', { communityId: at.communityId, voteId });
    } else if (link.opens) open('councils', link.opens, at);
  };
  return (
    <>
      <Text className="heading">{link.title}</Text>
      <Card>
        {link.lines.map((line) => (
          <Text key={line} className="block">
            {line}
          </Text>
        ))}
        {link.opens ? <Row label={OPENS[link.opens]} onTap={go} /> : null}
      </Card>
    </>
  );
}

function Tasks({ at, resolution, staff }: { at: At; resolution: Resolution | undefined; staff: boolean }) {
  if (!resolution) return null;
  return (
    <>
      <Text className="heading">任务和验收</Text>
      <Card>
        <Text className="block">{taskWords(resolution, new Date())}</Text>
      </Card>
      {resolution.items.map((task) => (
        <TaskCard key={task.taskId} communityId={at.communityId} task={task} />
      ))}
      {staff && !resolution.completedAt ? (
        <PrimaryButton kind="plain" label="分派一项任务" onTap={() => open('resolutions', 'add-task', at)} />
      ) : null}
    </>
  );
}

/** What was promised after a survey: everybody who lives there accepts or sends back what comes of it. */
function Promised({ at, resolution }: { at: At; resolution: Resolution }) {
  const { communityId, proposalId: roundId } = at;
  return (
    <>
      <Text className="heading">{resolution.title}</Text>
      <Card>
        <Text className="block">社区公开答应的事，办得怎样大家都能看。办完以后，住在这里的居民都能验收或者退回。</Text>
        <Row label="看调查结果和社区的回应" onTap={() => open('satisfaction', 'result', { communityId, roundId })} />
      </Card>
      <Tasks at={at} resolution={resolution} staff={false} />
    </>
  );
}

/** One page for the whole chain: proposal, support, discussion, gates, vote, resolution, tasks, acceptance, review; every part opens its source. */
export default function ChainPage() {
  const at = useParams('resolutions', 'chain');
  const { loaded, reload } = useLoaded(at.proposalId, () => gatherChain(at));
  const staff = isStaff(useRolesIn(at.communityId));
  useDidShow(reload);
  const { print } = platform;
  return (
    <Page title="决议和落实">
      <ListState loaded={loaded} retry={reload}>
        {(chain: Chain | Promises) => {
          if (!chain.proposal) return <Promised at={at} resolution={chain.resolution} />;
          const { review } = chain.resolution ?? {};
          const { author, supported } = chain.proposal.mine;
          const links = linksOf(chain);
          const card = (link: Link) => <LinkCard key={link.key} at={at} link={link} voteId={chain.proposal.voteId} />;
          return (
            <>
              {links.slice(0, 3).map(card)}
              <Gates at={at} />
              {links.slice(3).map(card)}
              <Tasks at={at} resolution={chain.resolution} staff={staff} />
              <Text className="heading">评议</Text>
              {review ? (
                <ReviewCard at={at} review={review} asks={author || supported} reload={reload} />
              ) : (
                <Card>
                  <Text className="block">任务全部验收后，过一段时间请提案人和附议人评议：有没有帮助。</Text>
                </Card>
              )}
              <View className="stack">
                <Text className="block small">这一页由系统从各处记录汇总，{timeInWords(new Date())}查看。</Text>
                {print ? <PrimaryButton kind="plain" label="打印这一页" onTap={print} /> : null}
              </View>
            </>
          );
        }}
      </ListState>
    </Page>
  );
}
