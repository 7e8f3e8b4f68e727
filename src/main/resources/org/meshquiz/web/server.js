import { keep, load } from './keep.js';
import { say } from './words.js';

const PATIENCE_MS = 20_000;
const PERSON = /^[A-Za-z0-9_-]{1,64}$/;

/** The server said no; the message is a sentence for the person. */
export class Refused extends Error {}

/** Who uses this page: the name in the address (?person=ada), or one made up once for this browser. */
export const person = (() => {
  const asked = new URLSearchParams(location.search).get('person');
  if (asked !== null && PERSON.test(asked)) {
    return asked;
  }
  const known = load('meshquiz.person');
  if (known !== null && PERSON.test(known)) {
    return known;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  keep('meshquiz.person', made);
  return made;
})();

const CHAT = `/api/chat/${person}`;

/** What is new since n, in order. */
export async function messagesAfter(n) {
  return (await ask('GET', `${CHAT}/messages?after=${n}`)).messages;
}

/** Sends words and returns what the bot sent or edited in answer. */
export async function write(text) {
  return (await ask('POST', `${CHAT}/messages`, { text })).messages;
}

/** Presses a button and returns what the bot sent or edited in answer. */
export async function press(token) {
  return (await ask('POST', `${CHAT}/presses`, { token })).messages;
}

/** The time that the clock of the chat shows. */
export async function now() {
  return new Date((await ask('GET', '/api/clock')).now);
}

/** Moves the clock by an ISO 8601 duration and returns the time it then shows. */
export async function advance(duration) {
  return new Date((await ask('POST', '/api/clock', { advance: duration })).now);
}

let last = Promise.resolve();

/** One request after the other: answers are then shown in the order in which they were asked for. */
function ask(method, path, body) {
  const mine = last.then(() => exchange(method, path, body));
  last = mine.catch(() => {});
  return mine;
}

async function exchange(method, path, body) {
  const headers = { 'Time-Zone': Intl.DateTimeFormat().resolvedOptions().timeZone ?? '' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status < 500 && answer.error ? answer.error : say('fault'));
  }
  return answer;
}
