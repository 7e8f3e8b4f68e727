/** What the browser keeps for this page. Where it keeps nothing (a private window), it lasts until the page is closed. */
const meanwhile = new Map();

export function load(key) {
  try {
    return localStorage.getItem(key) ?? meanwhile.get(key) ?? null;
  } catch {
    return meanwhile.get(key) ?? null;
  }
}

export function keep(key, value) {
  meanwhile.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Full or forbidden: what is kept above has to do.
  }
}
