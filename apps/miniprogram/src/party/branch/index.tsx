import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { party } from '@gongzhi/shared/party/contract';
import type { AsSecretary, Coverage } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { MemberCard } from '../member-card';
import { useAnswering } from '../use-answering';
import { coverageWords } from './model';

function CoverageCard({ coverage }: { coverage: Coverage }) {
  return (
    <Card>
      <Text className="block strong">各楼栋的报到党员</Text>
      <Text className="block">{coverageWords(coverage).join('\n')}</Text>
    </Card>
  );
}

/** A member, and what the secretary answers: for the branch's own members the branch's word; who is over may be taken off. */
function Member({ one, answering }: { one: AsSecretary; answering: ReturnType<typeof useAnswering> }) {
  const { busy, organisation, setDeclining } = answering;
  const waits = one.kind === 'branch' && one.state === 'asked' && !one.organisation;
  const { personId, displayName: name } = one;
  return (
    <MemberCard one={one}>
      {waits ? (
        <PrimaryButton
          kind="plain"
          label={`确认${name}是本支部党员`}
          busy={busy}
          onTap={() => void organisation(personId, 'app')}
        />
      ) : null}
      {waits || one.state === 'ended' ? (
        <PrimaryButton
          kind="plain"
          label={waits ? `退回${name}的报到` : `把${name}移出名单`}
          onTap={() => setDeclining({ personId, name })}
        />
      ) : null}
    </MemberCard>
  );
}

/** The secretary's own branch. */
export default function MyBranch() {
  const { communityId } = useParams('party', 'branch');
  const branch = useLoaded(communityId, () => call(party.readMyBranch, { communityId }));
  const members = usePages(communityId, (cursor) =>
    call(party.listBranchMembers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const reload = () => {
    branch.reload();
    members.reload();
  };
  const answering = useAnswering(communityId, reload);
  useDidShow(reload);
  return (
    <Page title={branch.loaded.value?.name ?? '我的支部'}>
      <Text className="block small">您每次看这个名单，名单里的人都能在“谁看过我”里看到。</Text>
      <ListState loaded={branch.loaded} retry={branch.reload}>
        {({ coverage }) => <CoverageCard coverage={coverage} />}
      </ListState>
      <Text className="heading">报到党员</Text>
      <ListState
        loaded={members.loaded}
        retry={members.reload}
        isEmpty={({ items, next }) => items.length === 0 && !next}
        empty={{ words: '还没有党员在这个支部报到。可以请他们在“服务”里点“党员报到”。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <Member key={one.personId} one={one} answering={answering} />
            ))}
            {next ? (
              <PrimaryButton kind="plain" label="看更多" busy={members.loaded.loading} onTap={members.more} />
            ) : null}
          </>
        )}
      </ListState>
      {answering.sheet}
    </Page>
  );
}
