// Signing in where the broker posts its answer (response_binding = "post"), from another site than
// the portal's: with the Advice that a real broker sends along the form is about 34 kB.
import { levelFour, renewal } from './support/again.mjs';
import { run } from './support/journeys.mjs';

const setup = () => ({ demo: true, binding: 'post', brokerHost: '127.0.0.1' });

await run([
  {
    name: 'P3.2 S12 answers are posted from another site, also for a task of level 4',
    walk: levelFour,
    setup,
    options: { looks: false },
  },
  {
    name: 'P3.2 S12 answers are posted from elsewhere without script and with the keyboard alone',
    walk: levelFour,
    setup,
    options: { script: false, keyboard: true, looks: false },
  },
  {
    name: 'P3.5 S12 the session is renewed by a posted answer and the half-filled form is kept',
    walk: renewal,
    setup,
    options: { looks: false },
  },
]);
