import { Text } from '@tarojs/components';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { useLoaded } from '../../kernel/use-loaded';
import { baseWords, figureWords } from '../words';
import { Drawn, FigureCard, Groups, Trust } from './parts';
import './index.scss';

/** What residents said in one round, with its base, its interval and what lowers the confidence in it. */
export default function ResultPage() {
  const at = useParams('satisfaction', 'result');
  const { loaded, reload } = useLoaded(at.roundId, () => call(satisfaction.readResult, at));
  return (
    <Page title="调查结果">
      <ListState loaded={loaded} retry={reload}>
        {(result) => (
          <>
            <Text className="heading">{aboutInWords(result.about)}</Text>
            <Text className="block small">
              {`${dateInWords(result.openedAt)}到${dateInWords(result.closedAt)}。${baseWords(result)}`}
            </Text>
            <ReadAloud text={`${baseWords(result)}${figureWords(result.overall)}`} />
            <FigureCard title="总的满意度" figure={result.overall} table />
            {result.overall.shown ? <Trust result={result} /> : null}
            {result.questions.map(({ questionId, title, figure }) => (
              <FigureCard key={questionId} title={title} figure={figure} table />
            ))}
            <Groups by="building" groups={result.groups} />
            <Groups by="ageBand" groups={result.groups} />
            <Drawn result={result} />
          </>
        )}
      </ListState>
    </Page>
  );
}
