import { makeReply } from './make-reply';

test('headers keep what a function gave them, in small letters; one that is undefined is not sent', () => {
  const { headers } = makeReply({
    statusCode: 200,
    headers: { 'X-Powered-By': undefined, 'Retry-After': 1, 'x-ok': true },
  });
  expect(headers).toEqual({ 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1', 'x-ok': 'true' });
});

test('a result without a status code is a 200 with that JSON, and one in base64 is bytes', () => {
  expect(makeReply({ a: 1 })).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
  expect(makeReply(undefined).body).toBe('null');
  expect(makeReply({ statusCode: 200, body: 'JVBERg==', isBase64Encoded: true }).body).toEqual(Buffer.from('%PDF'));
});
