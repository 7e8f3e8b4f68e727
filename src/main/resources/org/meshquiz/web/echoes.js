import { keep, load } from './keep.js';
import { person } from './server.js';

const KEY = `meshquiz.echoes.${person}`;
const MOST = 300;

/**
 * What the person wrote and pressed. The server keeps only what the bot said, so the browser keeps these, each with the
 * number of the message it came after.
 */
let echoes = read();

/** All of them, oldest first: {after, kind, text}; kind is 'text', 'press' or 'day'. */
export function all() {
  return echoes;
}

export function add(echo) {
  echoes = [...echoes, echo].slice(-MOST);
  keep(KEY, JSON.stringify(echoes));
}

/** Drops those whose place is gone: the chat was deleted, or its beginning is no longer shown. */
export function dropBefore(oldest) {
  echoes = echoes.filter((echo) => echo.after >= oldest);
  keep(KEY, JSON.stringify(echoes));
}

/** What the person wrote, newest first, nothing twice in a row. */
export function written() {
  const texts = echoes.filter((echo) => echo.kind === 'text').map((echo) => echo.text);
  return texts.filter((text, at) => text !== texts[at + 1]).reverse();
}

function read() {
  try {
    const kept = JSON.parse(load(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((echo) => Number.isFinite(echo?.after) && typeof echo.text === 'string') : [];
  } catch {
    return [];
  }
}
