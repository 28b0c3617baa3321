import type { Role } from '@gongzhi/shared/kernel/contract';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import type { Asked } from '@gongzhi/shared/kernel/task';
import type { Outcome } from '../../answer-of';
import { ROLE_WORDS } from '../../standing-core';
import { usePages } from '../../use-pages';
import { Field } from '../field';
import { ListState } from '../list-state';
import { PrimaryButton } from '../primary-button';
import { Segmented } from '../segmented';

interface Member {
  personId: string;
  displayName: string;
  roles: readonly Role[];
}
/** A page of the community's members. */
type Ask = (cursor?: string) => Promise<Outcome<PageOf<Member>>>;

const KINDS = [
  { value: 'outside', label: '单位或部门' },
  { value: 'member', label: '社区里的人' },
] as const;

function Members({ members, value, onChange }: { members: Ask; value: string; onChange: (id: string) => void }) {
  const { loaded, reload, more } = usePages('members', members);
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ items, next }) => (
        <>
          <Segmented
            label="由谁负责"
            options={items.map(({ personId, displayName, roles }) => ({
              value: personId,
              label: displayName,
              note: roles.map((role) => ROLE_WORDS[role]).join('、'),
            }))}
            value={value}
            onChange={onChange}
          />
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

/** Who shall do it: a department or company by name, or a member. */
export function OwnerField(props: { members: Ask; owner: Asked; onChange: (owner: Asked) => void }) {
  const { members, owner, onChange } = props;
  const outside = 'outside' in owner;
  return (
    <>
      <Segmented
        label="由谁负责"
        options={KINDS}
        value={outside ? 'outside' : 'member'}
        onChange={(kind) => onChange(kind === 'outside' ? { outside: '' } : { personId: '' })}
      />
      {outside ? (
        <>
          <Field label="单位名称" value={owner.outside} onChange={(name) => onChange({ ...owner, outside: name })} />
          <Field
            label="交办编号（没有可不填）"
            value={owner.reference ?? ''}
            onChange={(reference) => onChange({ outside: owner.outside, ...(reference ? { reference } : {}) })}
          />
        </>
      ) : (
        <Members members={members} value={owner.personId} onChange={(personId) => onChange({ personId })} />
      )}
    </>
  );
}
