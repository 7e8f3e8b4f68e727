import { Refused } from './server.js';
import { say } from './words.js';

const banner = document.getElementById('banner');
const text = document.getElementById('banner-text');
let unreachable = false;
let again = () => {};

/** Says what went wrong and offers to do it again. */
export function tell(failure, retry) {
  show(failure);
  again = retry;
}

/** Says that nothing new could be fetched; what a person did and may still do again is offered before that. */
export function missed(failure, retry) {
  if (banner.hidden) {
    again = retry;
  }
  show(failure);
}

function show(failure) {
  unreachable = !(failure instanceof Refused);
  const sentence = unreachable ? say('unreachable') : failure.message;
  if (banner.hidden || text.textContent !== sentence) {
    text.textContent = sentence;
    banner.hidden = false;
  }
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
