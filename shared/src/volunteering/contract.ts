import { defineContract } from '@gongzhi/shared/kernel/contract';
import { serviceRoutes } from '@gongzhi/shared/kernel/service/contract';
import { activities } from './contract-activities';
import { places } from './contract-places';
import { requests } from './contract-requests';

/** Volunteering: activities and their shifts, places in them, coming and going, neighbours’ requests. */
export const volunteering = defineContract({ ...activities, ...places, ...serviceRoutes('volunteering'), ...requests });
