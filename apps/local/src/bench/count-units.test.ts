import { countUnits } from './count-units';

const line = (route: string, more: object = {}) =>
  JSON.stringify({ level: 'INFO', route, status: 200, ms: 3, readUnits: 2.5, writeUnits: 4, ...more });

test('units of a route are added up, each route by itself', () => {
  const { hear, of } = countUnits();
  for (const text of [line('checkIn'), line('checkIn', { readUnits: 3, writeUnits: 0 }), line('signUp')]) hear(text);
  expect(of('checkIn')).toEqual({ calls: 2, read: 5.5, write: 4 });
  expect(of('signUp')).toEqual({ calls: 1, read: 2.5, write: 4 });
});

test('what was refused, what is no request and what nobody called counts for nothing', () => {
  const { hear, of } = countUnits();
  const metric = JSON.stringify({ _aws: {}, route: 'checkIn', readUnits: 3, writeUnits: 1 });
  for (const text of [line('checkIn', { status: 409 }), metric, 'started', '{"readUnits":1,"status":200}']) hear(text);
  expect(of('checkIn')).toEqual({ calls: 0, read: 0, write: 0 });
});
