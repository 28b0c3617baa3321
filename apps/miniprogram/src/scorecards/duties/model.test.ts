import { itemFaults, listFault, nextItem, withItem, withoutItem } from './model';

const item = { itemId: '1.1', title: '组织议事协商', source: '履职事项清单', sourceDate: '2025-06-30' };
const other = { ...item, itemId: '1.2' };
test('an item says what is wrong with which field', () => {
  expect(itemFaults(item)).toEqual({});
  expect(itemFaults({ ...item, itemId: '一', title: ' ', sourceDate: '2025' })).toEqual({
    itemId: '编号用数字、字母和点，例如 1.2',
    title: '请填写事项',
    sourceDate: '请填写日期，例如 2025-06-30',
  });
});
test('items are added, changed in their place and taken out', () => {
  expect(withItem([item], undefined, other)).toEqual([item, other]);
  expect(withItem([item, other], '1.1', { ...item, title: '公开居务' })).toEqual([
    { ...item, title: '公开居务' },
    other,
  ]);
  expect(withoutItem([item, other], '1.1')).toEqual([other]);
});
test('a list says what is wrong with it', () => {
  expect([listFault([item, other]), listFault([]), listFault([item, item])]).toEqual([
    undefined,
    '清单至少要有一项',
    '清单里有两项的编号一样，请改成不同的编号',
  ]);
});
test('the next item begins with the paper of the last', () => {
  expect(nextItem([item])).toEqual({ itemId: '', title: '', source: '履职事项清单', sourceDate: '2025-06-30' });
  expect(nextItem([]).source).toBe('');
});
