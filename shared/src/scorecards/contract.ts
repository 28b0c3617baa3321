import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, StreetId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Quarter } from '@gongzhi/shared/kernel/satisfaction-result';
import { Card, CardHead, DutyItems, DutyList, Indicators, OfService, Scheme, Total } from './model';

/**
 * The appraisal (考核) of communities and of their services: what may be asked of them, how it is weighed, and a card a quarter.
 * `service`: of this one; without it, of the community as a whole. Nothing in it is about a person.
 */
export const scorecards = defineContract({
  readDuties: {
    summary: 'The duty list of the communities of a street; none before one is set',
    method: 'GET',
    path: '/scorecards/{streetId}/duties',
    access: 'public',
    input: z.strictObject({ streetId: StreetId }),
    output: z.strictObject({ list: z.optional(DutyList) }),
    refusals: [],
  },
  setDuties: {
    summary: 'Set the duty list, as a new version. Units: two for each kilobyte of eighty items at most',
    method: 'PUT',
    path: '/scorecards/{streetId}/duties',
    access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, items: DutyItems }),
    output: z.strictObject({ version: z.int(), at: Instant }),
    refusals: ['STALE'],
    units: 60,
  },
  readScheme: {
    summary:
      'The scheme by which communities of the street, or a service of theirs, are appraised this quarter, and a later one if it is set',
    method: 'GET',
    path: '/scorecards/{streetId}/scheme',
    access: 'public',
    input: z.strictObject({ streetId: StreetId, ...OfService }),
    output: z.strictObject({ now: z.optional(Scheme), later: z.optional(Scheme) }),
    refusals: [],
  },
  setScheme: {
    summary:
      'Set the scheme of communities or of a service from the next quarter on, or the first one from this quarter on; all its faults are told at once. Units: two for each kilobyte of twelve indicators at most',
    method: 'PUT',
    path: '/scorecards/{streetId}/scheme',
    access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, ...OfService, indicators: Indicators }),
    output: z.strictObject({ version: z.int(), from: Quarter, at: Instant }),
    refusals: ['SCHEME_FAULTY', 'STALE'],
    units: 24,
  },
  makeCard: {
    summary:
      'Make the card of a community or of a service for a quarter, once: its figures are frozen. Units: two for each kilobyte of the card and of its line in the street’s list',
    method: 'POST',
    path: '/scorecards/{communityId}/cards',
    access: ['supervisor'],
    input: z.strictObject({ communityId: CommunityId, quarter: Quarter, ...OfService }),
    output: z.strictObject({ quarter: Quarter, schemeVersion: z.int(), total: Total, at: Instant }),
    refusals: ['CARD_EARLY', 'NO_SCHEME', 'CARD_MADE'],
    units: 40,
  },
  listCards: {
    summary: 'Cards of a community or of one of its services, the last quarter first',
    method: 'GET',
    path: '/scorecards/{communityId}/cards',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, ...OfService, cursor: z.optional(Cursor) }),
    output: pageOf(CardHead),
    refusals: [],
  },
  readCard: {
    summary: 'A card with everything it is made of, and what a separate recount of it comes to',
    method: 'GET',
    path: '/scorecards/{communityId}/cards/{quarter}',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, quarter: Quarter, ...OfService }),
    output: z.strictObject({ card: Card, recount: z.strictObject({ agrees: z.boolean(), total: Total }) }),
    refusals: ['NOT_FOUND'],
  },
  listStreetCards: {
    summary:
      'Cards of the street’s communities, or of one service in each, for a quarter, in the order of their division codes: no ranks',
    method: 'GET',
    path: '/scorecards/{streetId}/quarters/{quarter}',
    access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, quarter: Quarter, ...OfService, cursor: z.optional(Cursor) }),
    output: pageOf(CardHead),
    refusals: [],
  },
});
