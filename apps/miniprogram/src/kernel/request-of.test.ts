import { councils } from '@gongzhi/shared/councils/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { requestOf } from './request-of';

const proposal = { communityId: '310110009001', proposalId: 'P1' };

test('a GET puts fields into the path and the rest into the query, leaving out what is undefined', () => {
  expect(requestOf(councils.listPoints, { ...proposal, column: 'for', order: 'newest', cursor: 'a+/=' })).toEqual({
    method: 'GET',
    url: '/councils/310110009001/proposals/P1/points?column=for&order=newest&cursor=a%2B%2F%3D',
  });
  expect(requestOf(votes.listVotes, { communityId: '310110009001', cursor: undefined })).toEqual({
    method: 'GET',
    url: '/votes/310110009001/votes',
  });
});

test('a command puts the rest into its body', () => {
  expect(requestOf(councils.addPoint, { ...proposal, column: 'concern', body: '太窄' })).toEqual({
    method: 'POST',
    url: '/councils/310110009001/proposals/P1/points',
    body: '{"column":"concern","body":"太窄"}',
  });
  expect(requestOf(councils.supportProposal, proposal).body).toBe('{}');
});

test('a DELETE with everything in its path has no body, and a path field cannot break out of its place', () => {
  expect(requestOf(identity.withdrawConsent, { purpose: '../me?x=1' })).toEqual({
    method: 'DELETE',
    url: '/identity/me/consents/..%2Fme%3Fx%3D1',
  });
});
