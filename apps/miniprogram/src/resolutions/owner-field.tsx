import { directory } from '@gongzhi/shared/directory/contract';
import type { Asked } from '@gongzhi/shared/resolutions/contract';
import { call } from '../kernel/call';
import { ROLE_WORDS } from '../kernel/standing-core';
import { Field } from '../kernel/ui/field';
import { ListState } from '../kernel/ui/list-state';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Segmented } from '../kernel/ui/segmented';
import { usePages } from '../kernel/use-pages';

const KINDS = [
  { value: 'outside', label: '单位或部门' },
  { value: 'member', label: '社区里的人' },
] as const;

function Members({
  communityId,
  value,
  onChange,
}: {
  communityId: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
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
export function OwnerField({
  communityId,
  owner,
  onChange,
}: {
  communityId: string;
  owner: Asked;
  onChange: (owner: Asked) => void;
}) {
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
        <Members communityId={communityId} value={owner.personId} onChange={(personId) => onChange({ personId })} />
      )}
    </>
  );
}

export const isNamed = (owner: Asked): boolean =>
  'outside' in owner ? owner.outside.trim() !== '' : owner.personId !== '';
