import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../field';
import { Row } from '../row';
import { matching, type Pickable } from './model';

/** Finds one of many by typing a part of its name or of what stands beside it. `label`: what is typed. */
export function PickOne<P extends Pickable>(props: {
  label: string;
  hint?: string;
  all: readonly P[];
  onPick: (picked: P) => void;
}) {
  const { label, hint, all, onPick } = props;
  const [typed, setTyped] = useState('');
  const { shown, more } = matching(all, typed);
  const pick = (one: P) => {
    setTyped('');
    onPick(one);
  };
  return (
    <>
      <Field label={label} value={typed} onChange={setTyped} {...(hint ? { hint } : {})} />
      {shown.map((one) => (
        <Row key={one.id} label={one.label} {...(one.note ? { value: one.note } : {})} onTap={() => pick(one)} />
      ))}
      {shown.length === 0 ? <Text className="block small">没有找到，请换几个字试试。</Text> : null}
      {more > 0 ? <Text className="block small">还有 {more} 个没有列出，请多输入几个字。</Text> : null}
    </>
  );
}
