import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useUnit } from '../use-unit';
import { helpWords } from './model';
import { PaperCard } from './paper-card';
import { WrittenProxy } from './written-proxy';

/** One unit of a vote before a worker: its paper, help with its ballot, its written proxy. */
export default function Unit() {
  const { label = '一户', ...at } = useParams('votes', 'unit');
  const { loaded, reload } = useUnit(at);
  useDidShow(reload);
  return (
    <Page title={label}>
      <ListState loaded={loaded} retry={reload}>
        {({ vote, paper, help }) => (
          <>
            <Card>
              <Text className="block strong">{vote.question}</Text>
              <Text className="block small">{vote.rule.name}</Text>
            </Card>
            {vote.phase === 'open' ? (
              <>
                <PaperCard vote={vote} unitId={at.unitId} paper={paper} reload={reload} />
                <Text className="heading">协助投票</Text>
                <Card>
                  <Row
                    label="协助这一户投票"
                    value={helpWords(help)}
                    onTap={() => open('votes', 'assist', { ...at, label })}
                  />
                </Card>
                <WrittenProxy vote={vote} unitId={at.unitId} label={label} />
              </>
            ) : (
              <Banner tone="note" words="表决已截止，不能再录入。" />
            )}
          </>
        )}
      </ListState>
    </Page>
  );
}
