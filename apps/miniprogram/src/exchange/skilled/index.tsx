import { Text } from '@tarojs/components';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { skillOf } from './model';

/** Who said that they can do something, for a worker who looks for help; in no order of merit. */
export default function SkilledPage() {
  const { communityId, skill: given } = useParams('exchange', 'skilled');
  const skill = skillOf(given);
  const { loaded, reload, more } = usePages(`${communityId}${skill}`, (cursor) =>
    call(exchange.listSkilled, { communityId, skill, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title={`会${SKILLS[skill]}的人`}>
      <Card>
        <Text className="block small">都是本人自愿填写的。请先问一问本人方不方便，再安排。</Text>
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人填写这一项。', action: { label: '看看别的技能', onTap: back } }}
      >
        {({ items, next }) => (
          <>
            <Card>
              {items.map(({ personId, name }) => (
                <Row key={personId} label={name} />
              ))}
            </Card>
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
