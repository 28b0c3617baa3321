import type { Signed } from '@gongzhi/shared/reports/model';
import { dataFile, sentFacts } from './model';

const signed: Signed = {
  ...{ number: '2027-AB2CD3EF4G', hash: 'a'.repeat(64), key: 'k', x: 'x', signature: 's' },
  signedAt: '2027-01-12T02:00:00.000Z',
  json: JSON.stringify({
    name: '王秀兰',
    lines: [],
    centralLines: [],
    words: ['谢谢'],
    objection: { lines: [1], words: '不对' },
  }),
};

test('what is shown is what was signed', () => {
  expect(sentFacts(signed)).toMatchObject({ facts: { name: '王秀兰' }, words: ['谢谢'], objection: { lines: [1] } });
  expect(sentFacts({ json: JSON.stringify({ lines: [] }) })).toEqual({ facts: { lines: [] }, words: [] });
});

test.each(['', '{', '[]', '{}'])('%s is nothing to show', (json) => expect(sentFacts({ json })).toBeUndefined());

test('the data holds the signed text and what proves it', () => {
  const { name, text } = dataFile(signed);
  expect(name).toContain(signed.number);
  expect(JSON.parse(text)).toEqual(signed);
});
