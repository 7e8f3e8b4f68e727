import { tint } from './highlight.js';
import { say } from './words.js';

const LETTER = /^(✓ )?([A-Z])$/;
const TICK = '✓ ';

/** The letter that a button stands for (A for "✓ A"), or an empty string. */
export function letterOf(label) {
  return LETTER.exec(label)?.[2] ?? '';
}

/** Fills a list item with a message of the bot. */
export function fill(item, message, press) {
  const bubble = element('div', 'bubble');
  bubble.append(unseen(message.edited ? `${say('bot')} (${say('changed')})` : say('bot')), parsed(message.html));
  if (message.image !== null) {
    const image = element('img', '');
    image.src = message.image;
    image.alt = say('picture');
    bubble.append(image);
  }
  tint(bubble);
  item.replaceChildren(bubble);
  if (message.buttons.length > 0) {
    item.append(keyboard(message.buttons, press));
  }
}

/** A list item with what the person wrote or pressed. */
export function own(text) {
  const item = element('li', 'own');
  item.append(unseen(say('you')), text);
  return item;
}

/** A list item with the day that the clock was moved to. */
export function day(text) {
  const item = element('li', 'day');
  item.textContent = text;
  return item;
}

/** The server escapes every character that people or notes bring; no script runs in a page with this policy. */
function parsed(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

function keyboard(rows, press) {
  const box = element('div', 'keyboard');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', say('answers'));
  for (const buttons of rows) {
    const letters = buttons.every((button) => letterOf(button.label) !== '');
    const row = element('div', letters ? 'row letters' : 'row');
    row.append(...buttons.map((button) => key(button, press)));
    box.append(row);
  }
  return box;
}

function key({ label, token }, press) {
  const button = element('button', '');
  button.type = 'button';
  button.textContent = label;
  if (label.startsWith(TICK)) {
    button.classList.add('ticked');
  }
  button.addEventListener('click', () => press(button, token));
  return button;
}

function unseen(text) {
  const span = element('span', 'unseen');
  span.textContent = `${text} `;
  return span;
}

function element(name, classes) {
  const made = document.createElement(name);
  made.className = classes;
  return made;
}
