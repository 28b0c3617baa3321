import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { useLoaded } from '../../kernel/use-loaded';
import { isStaff, useRolesIn } from '../../kernel/use-roles';
import { baseWords, figureWords } from '../words';
import { Drawn, FigureCard, Groups, Trust } from './parts';
import { ResponsePart } from './response';
import './index.scss';

/** What residents said in one round, with its base, its interval and what lowers the confidence in it. */
export default function ResultPage() {
  const at = useParams('satisfaction', 'result');
  const { loaded, reload } = useLoaded(at.roundId, () => call(satisfaction.readResult, at));
  const staff = isStaff(useRolesIn(at.communityId));
  useDidShow(reload);
  const state = loaded.value?.response.state;
  const publish = {
    label: state === 'published' ? '更新回应' : '写回应',
    onTap: () => open('satisfaction', 'publish', at),
  };
  const answers = staff && state !== undefined && state !== 'notNeeded';
  return (
    <Page title="调查结果" {...(answers ? { primary: publish } : {})}>
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
            <ResponsePart at={at} result={result} />
            <Groups by="building" groups={result.groups} />
            <Groups by="ageBand" groups={result.groups} />
            <Drawn result={result} />
          </>
        )}
      </ListState>
    </Page>
  );
}
