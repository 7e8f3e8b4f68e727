import * as banner from './banner.js';
import * as clock from './clock.js';
import * as commands from './commands.js';
import * as echoes from './echoes.js';
import * as keys from './keys.js';
import * as log from './log.js';
import { letterOf } from './message.js';
import * as server from './server.js';
import { sayAll } from './words.js';

const POLL_MS = 3_000;
const TYPING_AFTER_MS = 250;

const input = document.getElementById('input');
const typing = document.getElementById('typing');
const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)');

/** The place in the chat up to which everything has been fetched; answers to own requests do not move it. */
let cursor = 0;
let timer = 0;
let beginning = false;

/** Does what a person asked for and returns whether it worked; if not, the banner offers to do it again. */
async function attempt(work, again) {
  try {
    await work();
    banner.clear();
    return true;
  } catch (failure) {
    banner.tell(failure, again);
    return false;
  }
}

/** Waits for an answer of the bot, with a sign that it is coming. */
async function answered(request) {
  const sign = setTimeout(() => log.keepingPlace(() => (typing.hidden = false)), TYPING_AFTER_MS);
  try {
    return await request;
  } finally {
    clearTimeout(sign);
    typing.hidden = true;
  }
}

async function fetchNews() {
  const messages = await server.messagesAfter(cursor);
  log.push(messages);
  cursor = messages.reduce((highest, message) => Math.max(highest, message.n), cursor);
}

/** Fetches what has come meanwhile, over and over while the page can be seen. */
async function poll() {
  clearTimeout(timer);
  if (document.hidden) {
    return;
  }
  try {
    await fetchNews();
    await clock.show();
    banner.reached();
  } catch (failure) {
    banner.missed(failure, poll);
  }
  clearTimeout(timer);
  timer = setTimeout(poll, POLL_MS);
}

/** Sends words. If they cannot be sent they go back into the input, so that nothing is lost. */
async function send(text) {
  const echo = { after: log.newest(), kind: 'text', text };
  const item = log.echo(echo);
  item.classList.add('sending');
  log.toBottom();
  const work = async () => {
    const { added } = log.show(await answered(server.write(text)));
    log.toBottom(added[0]);
  };
  const again = () => {
    if (input.value === text) {
      input.value = '';
    }
    send(text);
  };
  if (await attempt(work, again)) {
    item.classList.remove('sending');
    echoes.add(echo);
  } else {
    item.remove();
    input.value ||= text;
  }
}

/** Presses a button. The press stands in the log as the person's own words when the bot has more to say to it. */
async function press(button, token) {
  const item = button.closest('li');
  const echo = { after: log.newest(), kind: 'press', text: button.textContent };
  const byKeyboard = button.matches(':focus-visible');
  hold(button, true);
  const work = async () => {
    const { added, edited } = log.show(await answered(server.press(token)));
    if (added.length > 0) {
      echoes.add(echo);
      log.echo(echo);
      log.toBottom(edited.includes(item) ? item : added[0]);
    }
  };
  const worked = await attempt(work, () => (button.isConnected ? press(button, token) : banner.clear()));
  hold(button, false);
  if (byKeyboard) {
    refocus(worked ? item : button.parentElement, echo.text);
  }
}

/** While a press is on its way its whole keyboard waits. */
function hold(button, waiting) {
  const keyboard = button.closest('.keyboard');
  keyboard.setAttribute('aria-busy', String(waiting));
  keyboard.querySelectorAll('button').forEach((key) => (key.disabled = waiting));
  button.classList.toggle('pressed', waiting);
}

/** A keyboard that is replaced takes the focus with it: it goes to the same button, or else to the input. */
function refocus(within, label) {
  const name = (text) => letterOf(text) || text;
  const same = [...within.querySelectorAll('button')].find((button) => name(button.textContent) === name(label));
  (same ?? input).focus({ preventScroll: true });
}

/** Shows the chat as it was left; someone who is new says hello. */
async function begin() {
  await fetchNews();
  if (cursor === 0) {
    log.show(await answered(server.write('/start')));
  } else {
    echoes.dropBefore(log.oldest());
    echoes.all().forEach(log.echo);
  }
  log.toBottom();
  log.ready();
}

/** Tries again by itself until it works, or at once when the person asks for it; never twice at a time. */
async function beginUntilItWorks() {
  if (beginning) {
    return;
  }
  beginning = true;
  clearTimeout(timer);
  if (await attempt(begin, beginUntilItWorks)) {
    document.addEventListener('visibilitychange', poll);
    poll();
  } else {
    timer = setTimeout(beginUntilItWorks, POLL_MS);
  }
  beginning = false;
}

function moveClock() {
  attempt(async () => {
    const echo = { after: log.newest(), kind: 'day', text: await clock.tomorrow() };
    echoes.add(echo);
    log.echo(echo);
    log.toBottom();
    poll();
  }, moveClock);
}

sayAll(document);
log.onPress(press);
keys.listen();
clock.onTomorrow(moveClock);
input.form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  input.value = '';
  commands.close();
  if (text !== '') {
    send(text);
  }
});
if (hasKeyboard.matches) {
  input.focus();
}
beginUntilItWorks();
