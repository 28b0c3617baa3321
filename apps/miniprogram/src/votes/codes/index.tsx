import { Text } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PickOne } from '../../kernel/ui/pick-one';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { allBuildings, findUnits } from '../find-units';
import { isByDoor } from '../units';
import { gatherCodes } from './gather-codes';
import { slipsOf } from './model';
import { Slips } from './slips';

function Building({ vote, codes, building }: { vote: Vote; codes: Map<string, string>; building: string }) {
  const { communityId, rule, question } = vote;
  const { loaded, reload } = useLoaded(`${vote.voteId} ${building}`, () =>
    findUnits(communityId, rule.unit, [building]),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {(units) => <Slips name={building || '全部'} question={question} slips={slipsOf(units, codes)} />}
    </ListState>
  );
}

function ChooseBuilding({ communityId, choose }: { communityId: string; choose: (building: string) => void }) {
  const { loaded, reload } = useLoaded(communityId, () => allBuildings(communityId));
  return (
    <ListState loaded={loaded} retry={reload}>
      {(buildings) => (
        <Card>
          <PickOne
            label="打印哪一栋"
            all={buildings.map(({ building }) => ({ id: building, label: building }))}
            onPick={({ id }) => choose(id)}
          />
        </Card>
      )}
    </ListState>
  );
}

function Codes({ vote }: { vote: Vote }) {
  const { communityId, voteId, rule } = vote;
  const [building, setBuilding] = useState(isByDoor(rule.unit) ? undefined : '');
  const { loaded, reload } = useLoaded(voteId, () => gatherCodes({ communityId, voteId }));
  return (
    <ListState loaded={loaded} retry={reload}>
      {(codes) =>
        building === undefined ? (
          <ChooseBuilding communityId={communityId} choose={setBuilding} />
        ) : (
          <>
            {building ? <Row label={building} value="换一栋" onTap={() => setBuilding(undefined)} /> : null}
            <Building vote={vote} codes={codes} building={building} />
          </>
        )
      }
    </ListState>
  );
}

/** The codes by which somebody without a phone agrees to be helped, to be printed by whoever does not enter ballots. */
export default function CodesPage() {
  const at = useParams('votes', 'codes');
  const { loaded, reload } = useLoaded(at.voteId, () => call(votes.readVote, at));
  return (
    <Page title="协助投票码">
      <Card>
        <Text className="block">
          每户一个码，只对这一次表决有用。请按栋打印，装进信封送到家。代录选票的社区工作者不能领取，这样代录要居民自己说出码才行。
        </Text>
      </Card>
      <ListState loaded={loaded} retry={reload}>
        {(vote) => <Codes vote={vote} />}
      </ListState>
    </Page>
  );
}
