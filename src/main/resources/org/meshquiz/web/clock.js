import * as server from './server.js';
import { language } from './words.js';

const DAY = 'PT24H';
const box = document.getElementById('clock');
const date = document.getElementById('date');
const button = document.getElementById('tomorrow');
const narrow = matchMedia('(max-width: 30rem)');
let now = null;

/** Shows the date of the clock. */
export async function show() {
  turn(await server.now());
}

/** Sets what happens when the person wants it to be tomorrow. */
export function onTomorrow(action) {
  button.addEventListener('click', action);
}

/** Moves the clock and returns the day it then shows, in words. */
export async function tomorrow() {
  button.disabled = true;
  try {
    turn(await server.advance(DAY));
    return format({ weekday: 'long', day: 'numeric', month: 'long' });
  } finally {
    button.disabled = false;
  }
}

function turn(time) {
  now = time;
  draw();
}

function draw() {
  if (now !== null) {
    date.dateTime = now.toISOString();
    date.textContent = format({ weekday: narrow.matches ? undefined : 'short', day: 'numeric', month: 'short' });
    box.hidden = false;
  }
}

function format(parts) {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, parts).format(now);
}

narrow.addEventListener('change', draw);
