import { say } from './words.js';

/** Every command, with whether it is of no use without something after it. */
const COMMANDS = [
  { name: '/quiz', wants: false },
  { name: '/placement', wants: false },
  { name: '/skills', wants: false },
  { name: '/skill', wants: true },
  { name: '/me', wants: false },
  { name: '/settings', wants: false },
  { name: '/pause', wants: false },
  { name: '/resume', wants: false },
  { name: '/language', wants: false },
  { name: '/link', wants: false },
  { name: '/export', wants: false },
  { name: '/forget', wants: false },
  { name: '/help', wants: false },
];

const list = document.getElementById('commands');
const input = document.getElementById('input');
let fitting = [];
let selected = 0;

/** Shows the commands that begin with what is written, or nothing. */
export function suggest() {
  const written = input.value.toLowerCase();
  fitting = /^\/[a-z]*$/.test(written) ? COMMANDS.filter(({ name }) => name.startsWith(written)) : [];
  selected = Math.max(0, fitting.findIndex(({ name }) => name === written));
  list.replaceChildren(...fitting.map(option));
  list.hidden = fitting.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  mark();
}

export function close() {
  fitting = [];
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

export function isOpen() {
  return !list.hidden;
}

/** Moves the choice up (-1) or down (1), around the ends. */
export function move(step) {
  selected = (selected + step + fitting.length) % fitting.length;
  mark();
}

/** Writes the chosen command, ready for more words if those are wanted, and returns whether it can be sent as it is. */
export function complete(more = false) {
  const { name, wants } = fitting[selected];
  input.value = wants || more ? `${name} ` : name;
  close();
  return !wants;
}

function option({ name }, at) {
  const item = document.createElement('li');
  item.id = `command-${at}`;
  item.setAttribute('role', 'option');
  const command = document.createElement('b');
  command.textContent = name;
  const what = document.createElement('span');
  what.textContent = say(name);
  item.append(command, what);
  item.addEventListener('pointerdown', (event) => event.preventDefault());
  item.addEventListener('click', () => {
    selected = at;
    if (complete()) {
      input.form.requestSubmit();
    } else {
      input.focus();
    }
  });
  return item;
}

function mark() {
  [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === selected)));
  const chosen = list.children[selected];
  if (chosen === undefined) {
    input.removeAttribute('aria-activedescendant');
  } else {
    input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  }
}
