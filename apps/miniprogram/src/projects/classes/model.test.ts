import { ClassNames } from '@gongzhi/shared/projects/post';
import { MOST_CLASSES, POST_CLASSES } from '@gongzhi/shared/projects/rule-sets';
import { namesOf, typedOf, wrongOf } from './model';

test('classes are typed one a line, and read as they were', () => {
  expect(namesOf(typedOf(POST_CLASSES.value))).toEqual([...POST_CLASSES.value]);
  expect(namesOf(' 政策宣传 \n\n治安巡逻\n')).toEqual(['政策宣传', '治安巡逻']);
});

const many = (count: number) => Array.from({ length: count }, (_, i) => `第${i}类`).join('\n');
test.each([
  ['政策宣传\n治安巡逻', undefined],
  [many(MOST_CLASSES), undefined],
  ['字'.repeat(10), undefined],
  [' \n', '至少写一类'],
  [many(MOST_CLASSES + 1), `最多 ${MOST_CLASSES} 类`],
  ['治安巡逻\n治安巡逻', '有一类写了两次'],
  ['字'.repeat(11), `“${'字'.repeat(11)}”太长，最多 10 个字`],
])('%j: %j, as the contract takes it', (typed, words) => {
  expect([wrongOf(typed), ClassNames.safeParse(namesOf(typed)).success]).toEqual([words, words === undefined]);
});
