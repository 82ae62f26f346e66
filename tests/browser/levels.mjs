// The journeys of one person who signs in again: at a higher level for a task, and when the four
// hours are over, with a form half filled in.
import { levelFour, renewal, renewalWithoutScript } from './support/again.mjs';
import { run } from './support/journeys.mjs';

const setup = () => ({ demo: true });

await run([
  {
    name: 'P3.2 a task of level 4 asks for a fresh login at that level and comes back to the task',
    walk: levelFour,
    setup,
  },
  {
    name: 'P3.2 a task of level 4 without script and with the keyboard alone',
    walk: levelFour,
    setup,
    options: { script: false, keyboard: true, looks: false },
  },
  {
    name: 'P3.5 the session is renewed and the half-filled form is kept',
    walk: renewal,
    setup,
  },
  {
    name: 'P3.5 the half-filled form is kept without script and with the keyboard alone',
    walk: renewalWithoutScript,
    setup,
    options: { script: false, keyboard: true, looks: false },
  },
]);
