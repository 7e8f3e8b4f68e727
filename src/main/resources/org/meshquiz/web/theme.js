/* Runs before the page is painted, so that the chosen theme does not follow a flash of the other one. */
'use strict';
(() => {
  const KEY = 'meshquiz.theme';
  const root = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function choose(theme) {
    root.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The choice then lasts until the page is closed.
    }
  }

  /** With no choice of their own, a person gets what their system shows. */
  function shown() {
    return root.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light');
  }

  if (chosen() === 'dark' || chosen() === 'light') {
    root.dataset.theme = chosen();
  }
  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const tell = () => button.setAttribute('aria-pressed', String(shown() === 'dark'));
    button.addEventListener('click', () => {
      choose(shown() === 'dark' ? 'light' : 'dark');
      tell();
    });
    systemIsDark.addEventListener('change', tell);
    tell();
  });
})();
