import { chance } from '@gongzhi/shared/kernel/chance';
import { CALL_BACK_BYTES, callBackCodeIn, callBackCodeOf, ticketOf } from './call-back-codes';
import { Ticket } from './model';

const next = chance(9);
const random = () => Uint8Array.from({ length: CALL_BACK_BYTES }, () => Math.floor(next() * 256));

it('is written in four groups and typed back however it is typed', () => {
  for (let n = 0; n < 200; n += 1) {
    const code = callBackCodeOf(random());
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(callBackCodeIn(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  }
});

it('stands for a ticket, each for its own', () => {
  const codes = Array.from({ length: 500 }, () => callBackCodeOf(random()));
  const tickets = codes.map(ticketOf);
  for (const ticket of tickets) expect(Ticket.safeParse(ticket, { jitless: true }).success).toBe(true);
  expect(new Set(tickets).size).toBe(500);
});

it('is the same number in base 32 and base 16', () => {
  expect(ticketOf('0000-0000-0000-000Z')).toBe('1f'.padStart(32, '0'));
  expect(ticketOf('ZZZZ-ZZZZ-ZZZZ-ZZZZ')).toBe('f'.repeat(20).padStart(32, '0'));
});

it.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQR', 'ABCD-EFGH-JKMN-PQRI'])('%s stands for no ticket', (typed) =>
  expect(ticketOf(typed)).toBeUndefined(),
);
