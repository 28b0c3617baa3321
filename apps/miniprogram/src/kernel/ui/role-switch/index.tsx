import { View } from '@tarojs/components';
import { chooseStanding, usePresence } from '../../standing';
import { facesOf } from '../../standing-core';
import { Segmented } from '../segmented';

/** For people with several roles: one tap changes what the first tab shows. Nothing for those with one. */
export function RoleSwitch() {
  const { belongings, standing } = usePresence();
  const faces = facesOf(belongings.value ?? []);
  if (!standing || faces.length < 2) return null;
  const keyOf = (face: { scope: string; role: string }) => `${face.scope} ${face.role}`;
  return (
    <View>
      <Segmented
        label="现在以什么身份办事"
        options={faces.map((face) => ({ value: keyOf(face), label: face.label }))}
        value={keyOf({ scope: standing.belonging.scope, role: standing.role })}
        onChange={(value) => {
          const face = faces.find((one) => keyOf(one) === value);
          if (face) chooseStanding({ scope: face.scope, role: face.role });
        }}
      />
    </View>
  );
}
