/** The page's own words, in the language of the browser. What the bot says comes from the server. */
const WORDS = {
  en: {
    clock: 'The clock of this chat',
    tomorrow: '→ tomorrow',
    'tomorrow.label': 'Move the clock forward by 24 hours',
    theme: 'Dark theme',
    help: 'Keys',
    retry: 'Try again',
    close: 'Close',
    log: 'Messages',
    typing: 'MeshQuiz is answering',
    'new-messages': 'New messages',
    commands: 'Commands',
    input: 'Your message',
    'input.placeholder': 'Message or /',
    send: 'Send',
    answers: 'Answers',
    picture: 'Picture',
    you: 'You:',
    bot: 'MeshQuiz:',
    changed: 'changed',
    'help.letters': 'press a button of the newest question',
    'help.commands': 'show the commands',
    'help.history': 'bring back what you wrote',
    'help.buttons': 'go to the buttons',
    'help.send': 'send',
    'help.help': 'show this',
    unreachable: 'MeshQuiz does not answer. Is the program still running?',
    fault: 'Something went wrong on the server. Please try again in a moment.',
    '/quiz': 'the questions that do you most good now',
    '/placement': 'your level, in 8 to 20 questions',
    '/link': 'join your accounts',
    '/skills': 'all skills',
    '/skill': 'the card of a skill: /skill istio',
    '/me': 'your levels',
    '/settings': 'hour, days, number, skills',
    '/language': 'English or Russian',
    '/pause': 'a break: /pause 2w',
    '/resume': 'end the break',
    '/export': 'everything kept about you',
    '/forget': 'delete it all',
    '/help': 'what I understand',
  },
  ru: {
    clock: 'Часы этого чата',
    tomorrow: '→ завтра',
    'tomorrow.label': 'Перевести часы на 24 часа вперёд',
    theme: 'Тёмная тема',
    help: 'Клавиши',
    retry: 'Повторить',
    close: 'Закрыть',
    log: 'Сообщения',
    typing: 'MeshQuiz отвечает',
    'new-messages': 'Новые сообщения',
    commands: 'Команды',
    input: 'Ваше сообщение',
    'input.placeholder': 'Сообщение или /',
    send: 'Отправить',
    answers: 'Ответы',
    picture: 'Картинка',
    you: 'Вы:',
    bot: 'MeshQuiz:',
    changed: 'изменено',
    'help.letters': 'нажать кнопку последнего вопроса',
    'help.commands': 'показать команды',
    'help.history': 'вернуть написанное раньше',
    'help.buttons': 'перейти к кнопкам',
    'help.send': 'отправить',
    'help.help': 'показать эту подсказку',
    unreachable: 'MeshQuiz не отвечает. Программа ещё запущена?',
    fault: 'На сервере что-то пошло не так. Попробуйте ещё раз чуть позже.',
    '/quiz': 'самые полезные сейчас вопросы',
    '/placement': 'ваш уровень за 8–20 вопросов',
    '/link': 'объединить аккаунты',
    '/skills': 'все навыки',
    '/skill': 'карточка навыка: /skill istio',
    '/me': 'ваши уровни',
    '/settings': 'час, дни, число, навыки',
    '/language': 'русский или английский',
    '/pause': 'перерыв: /pause 2w',
    '/resume': 'закончить перерыв',
    '/export': 'всё, что о вас хранится',
    '/forget': 'удалить всё',
    '/help': 'что я понимаю',
  },
};

/** The first language of the browser that there are words in, else English. */
export const language =
  navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in WORDS) ?? 'en';

/** The words under a key. */
export function say(key) {
  return WORDS[language][key];
}

/** Fills in the words of the page: data-say is text, data-label a name, data-placeholder a hint. */
export function sayAll(root) {
  root.documentElement.lang = language;
  for (const element of root.querySelectorAll('[data-say]')) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    const label = say(element.dataset.label);
    element.setAttribute('aria-label', label);
    if (element.tagName === 'BUTTON') {
      element.title = label;
    }
  }
  for (const element of root.querySelectorAll('[data-placeholder]')) {
    element.placeholder = say(element.dataset.placeholder);
  }
}
