import gcoord from 'gcoord';
import { getDistance } from 'geolib';
import type { Position } from '@gongzhi/shared/kernel/service/contract';
import type { Band, Spot } from '@gongzhi/shared/kernel/service/model';
import { SERVICE } from '@gongzhi/shared/kernel/service/rule-sets';

/** Metres from which on somebody is not even near. */
const NEAR_METRES = 1_000;
const MILLION = 1_000_000;

/** How far a phone is from a place, in bands; the position itself goes no further. GCJ-02 on both sides, for half a kilometre lies between the datums. */
export const placeBand = (spot: Spot | undefined, position: Position | undefined): Band => {
  if (!spot || !position || position.accuracy > SERVICE.accuracyMetres.value) return 'unknown';
  const given: [number, number] = [position.lng, position.lat];
  const [longitude, latitude] =
    position.datum === 'gcj02' ? given : gcoord.transform(given, gcoord.WGS84, gcoord.GCJ02);
  const metres = getDistance({ latitude, longitude }, { latitude: spot.lat / MILLION, longitude: spot.lng / MILLION });
  if (metres <= SERVICE.radiusMetres.value + position.accuracy) return 'here';
  return metres <= NEAR_METRES ? 'near' : 'far';
};
