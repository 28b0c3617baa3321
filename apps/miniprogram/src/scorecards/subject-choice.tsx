import { Segmented } from '../kernel/ui/segmented';
import { SUBJECT_OPTIONS, type Subject } from './words';

/** Whether the community as a whole is looked at, or one of its services. */
export function SubjectChoice({ subject, choose }: { subject: Subject; choose: (subject: Subject) => void }) {
  return <Segmented label="看哪一方面" options={SUBJECT_OPTIONS} value={subject} onChange={choose} />;
}
