import { Text, View } from '@tarojs/components';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { AnsweredResult } from '@gongzhi/shared/satisfaction/publication';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { responseWords } from '../response-words';
import { CONFIDENCE, figureWords } from '../words';

function ResultCard({ result }: { result: AnsweredResult }) {
  const { communityId, roundId, about, closedAt, overall, confidence, response } = result;
  const [label, tone] = CONFIDENCE[confidence];
  const answered = responseWords(response);
  return (
    <Card onTap={() => open('satisfaction', 'result', { communityId, roundId })}>
      <View className="between">
        <Text className="strong">{aboutInWords(about)}</Text>
        {overall.shown ? <Tag label={label} tone={tone} /> : null}
      </View>
      <Text className="block small">{`${dateInWords(closedAt)}结束`}</Text>
      <Text className="block">{figureWords(overall)}</Text>
      {answered ? <Text className="block small">{answered}</Text> : null}
    </Card>
  );
}

/** What residents said, round by round; for everybody. */
export default function Results() {
  const { communityId } = useParams('satisfaction', 'results');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(satisfaction.listResults, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="调查结果">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有结果。一次调查结束以后，结果在这里公布，大家都能看。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((result) => (
              <ResultCard key={result.roundId} result={result} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看前面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
