import { skillOf } from './model';

test.each([
  ['repair', 'repair'],
  ['flying', 'haircut'],
  ['', 'haircut'],
])('the address %p asks for %p', (given, skill) => expect(skillOf(given)).toBe(skill));
