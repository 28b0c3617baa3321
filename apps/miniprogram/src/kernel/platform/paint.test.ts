import { paint, type Pen } from './paint';

test('strokes are drawn in their order, each in its colour and words in their size', () => {
  const drawn: unknown[] = [];
  const pen: Pen = {
    fillStyle: '',
    font: '',
    textBaseline: 'alphabetic',
    fillRect: (...box) => drawn.push(['box', pen.fillStyle, ...box]),
    fillText: (...words) => drawn.push(['words', pen.fillStyle, pen.font.split(' "')[0], ...words]),
  };
  paint(pen, {
    strokes: [
      { box: [0, 0, 600, 800], colour: 'white' },
      { words: '一年', at: [10, 20], size: 40, bold: true, colour: 'black' },
      { words: '小字', at: [10, 80], size: 20, colour: 'grey' },
    ],
  });
  expect(drawn).toEqual([
    ['box', 'white', 0, 0, 600, 800],
    ['words', 'black', '600 40px', '一年', 10, 20],
    ['words', 'grey', '20px', '小字', 10, 80],
  ]);
  expect(pen.textBaseline).toBe('top');
});
