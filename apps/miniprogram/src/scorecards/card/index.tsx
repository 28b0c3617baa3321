import { Text } from '@tarojs/components';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { IntervalBar, Scale } from '../interval-chart';
import { SOURCE_WORDS, cardTitle, figureWords, serviceIn, subjectOf, totalWords, weightWords } from '../words';

type Read = Output<typeof scorecards.readCard>;

function Sum({ card, recount }: Read) {
  const { sum, range } = totalWords(card.total);
  return (
    <>
      <Card>
        <Text className="block strong">{sum}</Text>
        <Text className="block">{range}。</Text>
        <IntervalBar label="得分和误差范围" total={card.total} />
        <Scale />
      </Card>
      {recount.agrees ? (
        <Banner tone="ok" title="复算一致" words="用下面的数重新算了一遍，一位不差。" />
      ) : (
        <Banner
          tone="danger"
          title="复算不一致"
          words={`用下面的数重新算，是${totalWords(recount.total).sum}，和记下的不一样。请不要采用这张卡，已经通知系统管理人员。`}
        />
      )}
    </>
  );
}

function Indicators({ card }: Pick<Read, 'card'>) {
  return (
    <>
      {card.indicators.map((one, i) => {
        const input = card.inputs[i];
        return (
          <Card key={one.indicatorId}>
            <Text className="block strong">
              {one.title}，{weightWords(one.weight)}
            </Text>
            <Text className="block">{input ? figureWords(input, one.source) : ''}</Text>
            <Text className="block small">怎么算：{SOURCE_WORDS[one.source].note}</Text>
            <Text className="block small">
              依据清单 {one.dutyItemId}：{one.duty}
            </Text>
            <Text className="block small">为什么看：{one.reason}</Text>
          </Card>
        );
      })}
    </>
  );
}

/** Gives everything the sum is made of: a file where one can be kept, else a text to paste. */
const handOver = async (read: Read) => {
  const { communityId, quarter, service } = read.card;
  const text = JSON.stringify(read.card, null, 1);
  if (platform.files.save)
    return platform.files.save(`${[communityId, quarter, ...(service ? [service] : [])].join('-')}.json`, text);
  await platform.copy(text).then(
    () => toast('数据已复制，可以粘贴到别处。'),
    () => toast('没有复制成功，请再试一次。'),
  );
};

/** One card: each figure with its base and error, what is withheld and why, and that it was counted again. */
export default function CardPage() {
  const { communityId, quarter, service } = useParams('scorecards', 'card');
  const subject = subjectOf(service);
  const { loaded, reload } = useLoaded(`${communityId}${quarter}${subject}`, () =>
    call(scorecards.readCard, { communityId, quarter, ...serviceIn(subject) }),
  );
  return (
    <Page title={cardTitle(quarter, subject)}>
      <ListState loaded={loaded} retry={reload}>
        {(read) => (
          <>
            <Sum {...read} />
            <Indicators card={read.card} />
            <Text className="block small">
              {dateInWords(read.card.madeAt)}做成，按第 {read.card.schemeVersion} 版考核办法。不显示的项，按 0
              分和满分各算一遍，所以得分是一段。
            </Text>
            <PrimaryButton kind="plain" label="下载数据，自己再算一遍" onTap={() => void handOver(read)} />
          </>
        )}
      </ListState>
    </Page>
  );
}
