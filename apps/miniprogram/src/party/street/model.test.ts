import { figureWords } from './model';

test.each([
  [{}, ['报到有效的不到 3 人，不显示人数。']],
  [
    { valid: 0, kinds: { branch: 0, inService: 0, retired: 0, company: 0 }, buildings: 0 },
    ['报到有效 0 人', '覆盖 0 栋楼'],
  ],
  [{ valid: 5, buildings: 2 }, ['报到有效 5 人', '有的类别不到 3 人，不分类显示。', '覆盖 2 栋楼']],
  [
    { valid: 6, kinds: { branch: 3, inService: 3, retired: 0, company: 0 } },
    ['报到有效 6 人', '社区支部党员 3 人，在职党员 3 人，离退休党员 0 人，两新组织党员 0 人'],
  ],
])('%j', (figures, words) => expect(figureWords(figures)).toEqual(words));
