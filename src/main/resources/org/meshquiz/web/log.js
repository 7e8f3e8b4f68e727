import { day, fill, letterOf, own } from './message.js';

const NEAR_PX = 80;
const MARGIN_PX = 12;
const list = document.getElementById('log');
export const scroller = document.getElementById('scroller');
const pill = document.getElementById('pill');

/** Messages of the bot by id: {item, n}. */
const shown = new Map();
let press = () => {};
let stuck = true;

/** Sets what a button does: press(button, token). */
export function onPress(action) {
  press = action;
}

/** The number of the newest message of the bot, 0 when there is none. */
export function newest() {
  return Math.max(0, ...[...shown.keys()].map(numberOf));
}

/** The number of the oldest message of the bot that is shown, 0 when there is none. */
export function oldest() {
  return shown.size === 0 ? 0 : Math.min(...[...shown.keys()].map(numberOf));
}

/**
 * Shows messages and edits; what is known already stays untouched.
 *
 * @return the items that were added, and those that were edited
 */
export function show(messages) {
  const added = [];
  const edited = [];
  for (const message of messages) {
    const known = shown.get(message.id);
    if (known === undefined) {
      added.push(insert(message));
    } else if (known.n < message.n) {
      known.n = message.n;
      fill(known.item, message, press);
      animate(known.item, 'changed');
      edited.push(known.item);
    }
  }
  markKeyboards();
  return { added, edited };
}

/** Shows what came unasked: a person at the bottom is taken along, any other is told that there is more. */
export function push(messages) {
  let added = [];
  keepingPlace(() => ({ added } = show(messages)), () => added[0]);
  pill.hidden &&= stuck || added.length === 0;
}

/** Shows what the person did and returns its item. */
export function echo({ after, kind, text }) {
  const item = kind === 'day' ? day(text) : own(text);
  place(item, after + 0.5);
  return item;
}

/** The button of the newest keyboard that stands for a letter, or null. */
export function buttonOf(letter) {
  const buttons = list.querySelectorAll('.keyboard:not(.old) button');
  return [...buttons].find((button) => letterOf(button.textContent) === letter) ?? null;
}

/** Whether all of an element can be seen. */
export function inView(element) {
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  return box.top >= frame.top && box.bottom <= frame.bottom + 1;
}

/** Changes something; a person who was at the bottom stays there, or is taken to what the change brought. */
export function keepingPlace(change, brought = () => undefined) {
  const follow = stuck;
  change();
  if (follow) {
    toBottom(brought());
  }
}

/** Scrolls down, but never past the top of an item: what is long is read from its beginning. */
export function toBottom(from) {
  const bottom = scroller.scrollHeight - scroller.clientHeight;
  const top = from === undefined ? bottom : from.offsetTop - scroller.offsetTop - MARGIN_PX;
  scroller.scrollTop = Math.min(bottom, top);
  settle();
  pill.hidden = stuck;
}

/** Turns a page on PageUp and PageDown and returns whether the key was one of those. */
export function page(key) {
  const step = { PageUp: -1, PageDown: 1 }[key];
  if (step === undefined) {
    return false;
  }
  scroller.scrollTop += step * 0.9 * scroller.clientHeight;
  return true;
}

/** From now on messages come in with a motion. */
export function ready() {
  list.setAttribute('aria-busy', 'false');
}

function insert(message) {
  const item = document.createElement('li');
  item.className = 'message';
  fill(item, message, press);
  shown.set(message.id, { item, n: message.n });
  place(item, numberOf(message.id));
  return item;
}

function settle() {
  stuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
  if (stuck) {
    pill.hidden = true;
  }
}

/** Items stand in the order of the numbers; an echo comes after the message it followed, and after earlier echoes. */
function place(item, order) {
  item.dataset.order = String(order);
  let before = list.lastElementChild;
  while (before !== null && Number(before.dataset.order) > order) {
    before = before.previousElementSibling;
  }
  if (before === null) {
    list.prepend(item);
  } else {
    before.after(item);
  }
  if (list.getAttribute('aria-busy') === 'false') {
    animate(item, 'arriving');
  }
}

function markKeyboards() {
  const keyboards = [...list.querySelectorAll('.keyboard')];
  keyboards.forEach((keyboard, at) => keyboard.classList.toggle('old', at < keyboards.length - 1));
}

function animate(item, name) {
  item.classList.add(name);
  item.addEventListener('animationend', () => item.classList.remove(name), { once: true });
}

function numberOf(id) {
  return Number(id.slice(1));
}

scroller.addEventListener('scroll', settle, { passive: true });
pill.addEventListener('click', () => toBottom());
new ResizeObserver(() => stuck && toBottom()).observe(scroller);
