/**
 * A light tint for code. It splits the text of an element into spans and adds nothing but those, so what the code says
 * can never become part of the page.
 */
const STRING = ['string', /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y];
const NUMBER = ['number', /-?\b\d[\d_.]*(?:[eE][+-]?\d+)?(?:ms|[smhdwy]|Ki|Mi|Gi|%)?(?![\w.-])/y];
const HASH_COMMENT = ['comment', /(?<=^|\s)#.*/my];

const YAML = [
  HASH_COMMENT,
  ['comment', /^---$/my],
  ['key', /(?<=^[ \t-]*)[\w./*"'-]+(?=[ \t]*:(?:\s|$))/my],
  STRING,
  ['word', /(?<=[:[,\s-])(?:true|false|null|yes|no|on|off)(?=\s|$|[,\]}])/my],
  NUMBER,
];
const BASH = [
  HASH_COMMENT,
  STRING,
  ['number', /\$(?:\{[^}\n]*\}|\w+|[?!#@*$])/y],
  ['word', /(?<=\s)--?[A-Za-z][\w-]*/my],
  ['key', /(?<=(?:^|[|;&(])[ \t]*(?:\$ |sudo )?)[a-z][\w.-]*/my],
];
const JSON_CODE = [
  ['key', /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
  STRING,
  ['word', /\b(?:true|false|null)\b/y],
  NUMBER,
];
const PROMQL = [
  HASH_COMMENT,
  STRING,
  ['word', /\b(?:by|without|on|ignoring|group_left|group_right|offset|bool|and|or|unless)\b/y],
  ['key', /\b[a-z_]\w*(?=\s*(?:\(|(?:by|without)\b))/y],
  NUMBER,
];
const GRAMMARS = { yaml: YAML, yml: YAML, bash: BASH, sh: BASH, shell: BASH, console: BASH, json: JSON_CODE, promql: PROMQL };

/** Taken whole where no rule fits, so that no rule begins in the middle of a word. */
const PLAIN = /\w+|[^\w]/uy;

/** Tints every block of code inside an element whose language is known. */
export function tint(root) {
  for (const code of root.querySelectorAll('pre > code[class^="language-"]')) {
    const grammar = GRAMMARS[code.className.slice('language-'.length).toLowerCase()];
    if (grammar !== undefined) {
      code.replaceChildren(...pieces(code.textContent, grammar));
    }
  }
}

function pieces(text, grammar) {
  const nodes = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, grammar);
    if (token === null) {
      const rest = matchAt(PLAIN, text, at);
      plain += rest;
      at += rest.length;
    } else {
      nodes.push(plain, token.node);
      plain = '';
      at += token.length;
    }
  }
  return [...nodes, plain];
}

function tokenAt(text, at, grammar) {
  for (const [kind, pattern] of grammar) {
    const found = matchAt(pattern, text, at);
    if (found !== '') {
      const node = document.createElement('span');
      node.className = `code-${kind}`;
      node.textContent = found;
      return { node, length: found.length };
    }
  }
  return null;
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
