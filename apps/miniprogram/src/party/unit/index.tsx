import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { party } from '@gongzhi/shared/party/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { MemberCard } from '../member-card';
import { useAnswering } from '../use-answering';

/** Members who reported in naming the reader's unit. */
export default function UnitMembers() {
  const { communityId } = useParams('party', 'unit');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listUnitMembers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, organisation, setDeclining, sheet } = useAnswering(communityId, reload);
  useDidShow(reload);
  return (
    <Page title="本单位报到党员">
      <Text className="block small">您每次看这个名单，名单里的人都能在“谁看过我”里看到。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items, next }) => items.length === 0 && !next}
        empty={{ words: '还没有人写明在本单位。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <MemberCard key={one.personId} one={one}>
                {one.state === 'asked' && !one.organisation ? (
                  <>
                    <PrimaryButton
                      kind="plain"
                      label={`确认${one.displayName}是本单位党员`}
                      busy={busy}
                      onTap={() => void organisation(one.personId, 'app')}
                    />
                    <PrimaryButton
                      kind="plain"
                      label={`退回${one.displayName}的报到`}
                      onTap={() => setDeclining({ personId: one.personId, name: one.displayName })}
                    />
                  </>
                ) : null}
              </MemberCard>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {sheet}
    </Page>
  );
}
