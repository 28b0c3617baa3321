import { createMatcher } from './match-route';

const ROUTES = [
  'GET /gardens',
  'GET /gardens/mine',
  'GET /gardens/{gardenId}',
  'GET /gardens/{id}/plants',
  'GET /gardens/mine/tools',
  'PUT /gardens/{gardenId}/plants/{plantId}',
  'ANY /any',
  'GET /files/{proxy+}',
  'GET /',
].map((routeKey) => ({ routeKey, fn: routeKey }));
const match = createMatcher(ROUTES, ({ fn }) => fn);

describe('a request’s route', () => {
  it.each([
    ['GET', '/', 'GET /', undefined],
    ['GET', '/gardens', 'GET /gardens', undefined],
    ['GET', '/gardens/mine', 'GET /gardens/mine', undefined],
    ['GET', '/gardens/7', 'GET /gardens/{gardenId}', { gardenId: '7' }],
    ['GET', '/gardens/7/plants', 'GET /gardens/{id}/plants', { id: '7' }],
    ['GET', '/gardens/mine/plants', 'GET /gardens/{id}/plants', { id: 'mine' }],
    ['PUT', '/gardens/7/plants/a%2Fb', 'PUT /gardens/{gardenId}/plants/{plantId}', { gardenId: '7', plantId: 'a%2Fb' }],
    ['DELETE', '/any', 'ANY /any', undefined],
    ['GET', '/files/a/b/c', 'GET /files/{proxy+}', { proxy: 'a/b/c' }],
  ])('%s %s is %s', (method, path, routeKey, parameters) =>
    expect(match(method, path)).toEqual({ routeKey, target: routeKey, parameters }),
  );

  it.each([
    ['POST', '/gardens'],
    ['GET', '/gardens/'],
    ['GET', '/gardens/7/'],
    ['GET', '/garden'],
    ['GET', '/gardens/7/plants/3/leaves'],
    ['GET', '/files'],
  ])('%s %s is none', (method, path) => expect(match(method, path)).toBeUndefined());

  it('is $default when nothing else fits', () => {
    const open = createMatcher([...ROUTES, { routeKey: '$default', fn: 'rest' }], ({ fn }) => fn);
    expect([open('GET', '/x')?.target, open('GET', '/gardens')?.target]).toEqual(['rest', 'GET /gardens']);
  });
});
