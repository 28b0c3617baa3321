import { Text } from '@tarojs/components';
import { votes } from '@gongzhi/shared/votes/contract';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { problemWords, rollWords, type Ballot } from './model';

interface Asked {
  communityId: string;
  proposalId: string;
  ruleId: string;
  channels: 'app' | 'all';
  ballot: Ballot;
  closesAt: Date;
}
/** The check before opening: what would make the vote void, in sentences that say what to do. */
export function ReadinessCard({ communityId, proposalId, ruleId, channels, ballot, closesAt }: Asked) {
  const minute = closesAt.toISOString().slice(0, 16);
  const { loaded, reload } = useLoaded(`${proposalId} ${ruleId} ${channels} ${ballot} ${minute}`, () =>
    call(votes.checkReadiness, { communityId, proposalId, ruleId, channels, ballot, closesAt: closesAt.toISOString() }),
  );
  return (
    <>
      <Text className="heading">发起前检查</Text>
      <ListState loaded={loaded} retry={reload}>
        {(readiness) => (
          <>
            {readiness.ready ? (
              <Banner tone="ok" words="检查通过，可以发起。" />
            ) : (
              problemWords(readiness).map((words) => (
                <Banner key={words} tone="danger" title="还不能发起" words={words} />
              ))
            )}
            {readiness.warning ? (
              <Banner
                tone="note"
                words={`手机上能投的只有 ${readiness.warning.bound}，至少要 ${readiness.warning.needed} 参与，请准备纸质票或上门协助。`}
              />
            ) : null}
            <Card>
              <Text className="block">{rollWords(readiness)}</Text>
              <Row label="依据" value={`${readiness.rule.source}（${readiness.rule.sourceDate}）`} />
            </Card>
          </>
        )}
      </ListState>
    </>
  );
}
