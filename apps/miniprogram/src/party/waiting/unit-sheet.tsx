import { party } from '@gongzhi/shared/party/contract';
import type { AsWorker } from '@gongzhi/shared/party/model';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { namable } from '../words';

/** A unit of the list in place of the name a member wrote. */
export function UnitSheet({ communityId, one, close }: { communityId: string; one: AsWorker; close: () => void }) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(units.listUnits, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { act } = useAct(close);
  const choose = (unitId: string) =>
    act(party.setUnit, { communityId, personId: one.personId, unitId }, '单位选好了，可以确认了。');
  return (
    <Sheet title={`${one.displayName}写的是“${one.unit?.name ?? ''}”`} onClose={close}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items, next }) => namable(items).length === 0 && !next}
        empty={{ words: '还没有单位。请先在“驻区单位”里添加，再回来选。' }}
      >
        {({ items, next }) => (
          <>
            {namable(items).map(({ unitId, name }) => (
              <Row key={unitId} label={name} onTap={() => void choose(unitId)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Sheet>
  );
}
