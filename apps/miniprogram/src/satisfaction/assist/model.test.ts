import { readBackRows } from './model';

const asked = { title: '2026年第四季度社区工作', questions: [{ questionId: 'q1', title: '环境卫生' }] };

it('reads back every question with what was chosen', () => {
  expect(readBackRows({ levels: ['dissatisfied', 'verySatisfied'], reason: 'slow' }, asked)).toEqual([
    ['2026年第四季度社区工作', '不满意'],
    ['环境卫生', '非常满意'],
    ['最主要的原因', '办得慢'],
  ]);
});

it('says what was left out, and nothing before anything is asked', () => {
  expect(readBackRows({ levels: ['satisfied'] }, asked)).toEqual([
    ['2026年第四季度社区工作', '满意'],
    ['环境卫生', '没有选'],
  ]);
  expect(readBackRows({ levels: ['satisfied'] }, undefined)).toEqual([]);
});
