import { checkIn } from './check-in';
import { checkOut } from './check-out';
import { capService, confirmService } from './confirm-service';
import { listAttendance } from './list-attendance';
import { readDesk, readPass } from './read-pass';
import { scanVolunteer } from './scan-volunteer';

/** The handlers of `serviceRoutes`, for a slice that gives them its `ServiceDeps`. */
export const serviceHandlers = {
  ...{ checkIn, checkOut, scanVolunteer, confirmService, capService, readPass, readDesk, listAttendance },
};
