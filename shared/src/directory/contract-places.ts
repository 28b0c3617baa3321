import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, StreetId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Belonging, Community, DisplayName } from './model';

/** Streets and communities, and where the caller belongs. Part of the directory's contract. */
export const places = defineContract({
  openStreet: {
    summary: "Open a street with the deployment's opening key; the caller becomes its supervisor",
    method: 'POST',
    path: '/directory/{streetId}/opening',
    access: 'person',
    input: z.strictObject({
      streetId: StreetId,
      openingKey: z.string().check(z.minLength(8), z.maxLength(128)),
      displayName: DisplayName,
    }),
    output: z.strictObject({ streetId: StreetId, openedAt: Instant }),
    refusals: ['WRONG_OPENING_KEY', 'NOT_A_DIVISION', 'ALREADY_OPEN'],
  },
  openCommunity: {
    summary: 'Open a community of the street',
    method: 'POST',
    path: '/directory/{streetId}/communities',
    access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, communityId: CommunityId }),
    output: z.strictObject({ communityId: CommunityId, openedAt: Instant }),
    refusals: ['NOT_A_DIVISION', 'ALREADY_OPEN'],
  },
  listStreets: {
    summary: 'Streets that are open in this deployment',
    method: 'GET',
    path: '/directory/streets',
    access: 'public',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ streetId: StreetId, name: z.string() })),
    refusals: [],
  },
  listCommunities: {
    summary: 'Communities of a street that are open here',
    method: 'GET',
    path: '/directory/{streetId}/communities',
    access: 'public',
    input: z.strictObject({ streetId: StreetId, cursor: z.optional(Cursor) }),
    output: pageOf(Community),
    refusals: [],
  },
  readCommunity: {
    summary: 'One community',
    method: 'GET',
    path: '/directory/{communityId}',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output: Community,
    refusals: ['NOT_FOUND'],
  },
  listBelongings: {
    summary: "Communities and streets the caller belongs to, with the caller's roles",
    method: 'GET',
    path: '/directory/me',
    access: 'person',
    consent: false,
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Belonging) }),
    refusals: [],
  },
});
