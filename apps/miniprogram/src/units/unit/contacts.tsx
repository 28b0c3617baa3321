import { directory } from '@gongzhi/shared/directory/contract';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';

/** Who speaks for the unit, for workers: the role is taken back at once. */
export function Contacts({ at }: { at: { communityId: string; unitId: string } }) {
  const { loaded, reload } = useLoaded(at.unitId, () => call(units.listContacts, at));
  const { busy, act } = useAct(reload);
  const end = (personId: string) =>
    void act(
      directory.revokeRole,
      { communityId: at.communityId, personId, role: 'unitContact' },
      '已撤销，立即生效。',
    );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ contacts }) => contacts.length === 0}
      empty={{ words: '还没有联系人。请点“邀请联系人”，把邀请码交给单位。' }}
    >
      {({ contacts }) => (
        <Card>
          {contacts.map(({ personId, name }) => (
            <Row key={personId} label={name} value="联系人" />
          ))}
          {contacts.map(({ personId, name }) => (
            <PrimaryButton
              key={personId}
              kind="plain"
              label={`${name}不再是联系人`}
              busy={busy}
              onTap={() => end(personId)}
            />
          ))}
        </Card>
      )}
    </ListState>
  );
}
