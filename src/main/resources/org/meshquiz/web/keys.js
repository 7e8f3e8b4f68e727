import * as commands from './commands.js';
import * as echoes from './echoes.js';
import * as log from './log.js';

const input = document.getElementById('input');
const help = document.getElementById('help');
const PLACES = 'ABCDE';

/** How far back in what was written the person has gone; 0 is nothing brought back. */
let back = 0;

/** Makes the keyboard work: letters and digits answer, arrows go through commands and history, ? shows help. */
export function listen() {
  input.addEventListener('keydown', inInput);
  input.addEventListener('input', () => {
    back = 0;
    commands.suggest();
  });
  input.addEventListener('blur', commands.close);
  input.form.addEventListener('submit', () => {
    back = 0;
  });
  document.addEventListener('keydown', anywhere);
  document.getElementById('help-open').addEventListener('click', () => help.showModal());
}

function inInput(event) {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (commands.isOpen() ? inCommands(event) : inHistory(event.key) || log.page(event.key)) {
    event.preventDefault();
  }
}

function inCommands(event) {
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      commands.move(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Tab':
      commands.complete(true);
      return true;
    case 'Enter':
      return !commands.complete();
    case 'Escape':
      commands.close();
      return true;
    default:
      return false;
  }
}

function inHistory(key) {
  const texts = echoes.written();
  const step = { ArrowUp: 1, ArrowDown: -1 }[key] ?? 0;
  const to = back + step;
  if (step === 0 || to < 0 || to > texts.length || (back === 0 && input.value !== '')) {
    return false;
  }
  back = to;
  input.value = back === 0 ? '' : texts[back - 1];
  input.setSelectionRange(input.value.length, input.value.length);
  return true;
}

/** With the input empty, or the focus nowhere, a key can answer. */
function anywhere(event) {
  const nowhere = document.activeElement === document.body || document.activeElement === log.scroller;
  const idle = nowhere || (document.activeElement === input && input.value === '');
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && !event.repeat;
  if (!idle || !plain || help.open || event.defaultPrevented) {
    return;
  }
  if (event.key === '?') {
    event.preventDefault();
    help.showModal();
  } else if (answer(letter(event, nowhere))) {
    event.preventDefault();
  } else if (nowhere && event.key.length === 1 && event.key !== ' ') {
    input.focus();
  }
}

/**
 * The letter that a key stands for. Under another layout, such as the Russian one, its place on the keyboard counts, but
 * not while the input has the focus: there it may begin a word.
 */
function letter(event, nowhere) {
  const digit = PLACES['12345'.indexOf(event.key)];
  if (digit !== undefined) {
    return digit;
  }
  const foreign = nowhere && /^\p{L}$/u.test(event.key) && !/^[a-z]$/i.test(event.key);
  const key = foreign ? event.code.replace(/^Key/, '') : event.key.toUpperCase();
  return key.length === 1 && PLACES.includes(key) ? key : '';
}

/**
 * Presses the button and returns whether there is one. One that is out of sight is shown first, so that nobody answers
 * what they have not seen; one that waits for an answer (it is disabled) takes no second press.
 */
function answer(wanted) {
  const button = wanted === '' ? null : log.buttonOf(wanted);
  if (button === null) {
    return false;
  }
  if (log.inView(button)) {
    button.click();
  } else {
    button.closest('li').scrollIntoView({ block: 'end' });
  }
  return true;
}
