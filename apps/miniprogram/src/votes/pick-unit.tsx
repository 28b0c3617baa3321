import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PickOne } from '../kernel/ui/pick-one';
import type { Pickable } from '../kernel/ui/pick-one/model';
import { Row } from '../kernel/ui/row';
import { useLoaded } from '../kernel/use-loaded';
import { allBuildings, findUnits } from './find-units';
import { isByDoor } from './units';

interface PickUnitProps {
  communityId: string;
  kind: string;
  onPick: (unit: Pickable) => void;
}

function Units({ communityId, kind, building, onPick }: PickUnitProps & { building: string }) {
  const { loaded, reload } = useLoaded(`${kind} ${building}`, () => findUnits(communityId, kind, [building]));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={(units) => units.length === 0}
      empty={{ words: '这里没有能投票的。业主表决请先登记业主。' }}
    >
      {(units) => <PickOne label={isByDoor(kind) ? '单元和房号' : '姓名或门牌'} all={units} onPick={onPick} />}
    </ListState>
  );
}

function Buildings({ communityId, choose }: { communityId: string; choose: (building: string) => void }) {
  const { loaded, reload } = useLoaded(communityId, () => allBuildings(communityId));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={(buildings) => buildings.length === 0}
      empty={{ words: '名册还是空的，请先导入住户名册。' }}
    >
      {(buildings) => (
        <PickOne
          label="先找楼栋"
          all={buildings.map(({ building, households }) => ({
            id: building,
            label: building,
            note: `${households} 户`,
          }))}
          onPick={({ id }) => choose(id)}
        />
      )}
    </ListState>
  );
}

/** Finds whoever has a ballot: building, then door; people by name. */
export function PickUnit({ communityId, kind, onPick }: PickUnitProps) {
  const [building, setBuilding] = useState<string>();
  if (isByDoor(kind) && building === undefined)
    return (
      <Card>
        <Buildings communityId={communityId} choose={setBuilding} />
      </Card>
    );
  return (
    <Card>
      {building ? <Row label={building} value="换一栋" onTap={() => setBuilding(undefined)} /> : null}
      {isByDoor(kind) ? null : <Text className="block small">这次表决按人投票，按姓名找。</Text>}
      <Units communityId={communityId} kind={kind} building={building ?? ''} onPick={onPick} />
    </Card>
  );
}
