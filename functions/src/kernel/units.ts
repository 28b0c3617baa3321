import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What other slices may know of a unit (驻区单位). `where`: whether it lies in the community or elsewhere. */
export interface UnitFacts {
  name: string;
  kind: string;
  where: 'here' | 'elsewhere';
  /** It takes part no more: nobody speaks for it, and nobody new names it. */
  closed?: true;
}
/** For which unit somebody speaks. `ended`: since when no more; kept, so that an old event does not bring it back. */
export interface ContactItem {
  unitId: string;
  at: string;
  ended?: boolean;
}

/** Keys of the units table that both its own slice and the readers here use. */
export const unitKey = (communityId: string, unitId: string) => ({ pk: `${communityId}#units`, sk: unitId });
export const contactKey = (communityId: string, personId: string) => ({ pk: `${communityId}#contacts`, sk: personId });

/** Reads units for other slices, strongly consistent; a read unit for each item. */
export const createUnits = (client: DynamoDBDocumentClient, TableName: string) => {
  const get = async (Key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    /** A unit of the community, or undefined when there is none of this id. */
    unit: async (communityId: string, unitId: string): Promise<UnitFacts | undefined> => {
      const found = (await get(unitKey(communityId, unitId))) as UnitFacts | undefined;
      return (
        found && { name: found.name, kind: found.kind, where: found.where, ...(found.closed ? { closed: true } : {}) }
      );
    },
    /** The unit somebody speaks for now, unless it was closed; two read units. Whether they still hold the role `unitContact` is the route's access to say. */
    unitOf: async (communityId: string, contactPersonId: string): Promise<string | undefined> => {
      const found = (await get(contactKey(communityId, contactPersonId))) as ContactItem | undefined;
      if (!found || found.ended) return undefined;
      const unit = await get(unitKey(communityId, found.unitId));
      return unit?.['closed'] ? undefined : found.unitId;
    },
  };
};
export type Units = ReturnType<typeof createUnits>;
