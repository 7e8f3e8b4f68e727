import { Refused } from './server.js';
import { say } from './words.js';

const banner = document.getElementById('banner');
const text = document.getElementById('banner-text');
let unreachable = false;
let again = () => {};

/** Says what went wrong and offers to try again. */
export function tell(failure, retry) {
  unreachable = !(failure instanceof Refused);
  const sentence = unreachable ? say('unreachable') : failure.message;
  if (banner.hidden || text.textContent !== sentence) {
    text.textContent = sentence;
    banner.hidden = false;
  }
  again = retry;
}

/** Takes the sentence away. */
export function clear() {
  banner.hidden = true;
}

/** Takes away that the server cannot be reached; what it refused stays to be read. */
export function reached() {
  if (unreachable) {
    clear();
  }
}

document.getElementById('banner-retry').addEventListener('click', () => again());
document.getElementById('banner-close').addEventListener('click', clear);
