import { Text } from '@tarojs/components';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { usePages } from '../../kernel/use-pages';
import { namable } from '../words';
import type { Form } from './model';

/** The member's own unit: one of the list, or its name. */
export function ChooseUnit(props: { communityId: string; form: Form; change: (part: Partial<Form>) => void }) {
  const { communityId, form, change } = props;
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(units.listUnits, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Card>
      <Text className="block strong">所在单位</Text>
      <ListState loaded={loaded} retry={reload}>
        {({ items, next }) => (
          <>
            {namable(items).length > 0 ? (
              <Segmented
                label="所在单位"
                options={namable(items).map(({ unitId, name }) => ({ value: unitId, label: name }))}
                value={form.unitId}
                onChange={(unitId) => change({ unitId, unitName: '' })}
              />
            ) : null}
            {next ? <PrimaryButton kind="plain" label="看更多单位" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <Field
        label="列表里没有，写下单位名称"
        value={form.unitName}
        hint="社区工作者会把它加到列表里"
        onChange={(unitName) => {
          const { unitId: _, ...rest } = form;
          change({ ...rest, unitName, unitId: undefined as never });
        }}
      />
    </Card>
  );
}
