// The journeys of the agency's own people, by the door that is theirs.
import { run } from './support/journeys.mjs';
import { staffDoor, withStaffDoor } from './support/staff.mjs';

const setup = () => ({ prepare: withStaffDoor });

await run([
  {
    name: 'P8.1 staff sign in at their own door, and every refusal there has its page',
    walk: staffDoor,
    setup,
  },
  {
    name: 'P8.1 the same in English',
    walk: staffDoor,
    setup,
    options: { language: 'en' },
  },
  {
    name: 'P8.1 the same without script and with the keyboard alone',
    walk: staffDoor,
    setup,
    options: { script: false, keyboard: true, looks: false },
  },
]);
