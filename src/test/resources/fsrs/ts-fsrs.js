// Reads histories (grade, days, grade, days, …; one a line) from the file named first. For each line on the standard input
// it goes through all of them and tells reviews a second; at the end of the input, the last state of each.
const fs = require('fs');
const { fsrs } = require('ts-fsrs');

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true });
const histories = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split(' ').map(Number));

function last(history) {
  let state = { difficulty: 0, stability: 0 };
  for (let i = 0; i < history.length; i += 2) {
    state = scheduler.next_state(state, history[i + 1], history[i]);
  }
  return state;
}

const input = require('readline').createInterface({ input: process.stdin });
input.on('line', () => {
  const begin = process.hrtime.bigint();
  let reviews = 0;
  for (const history of histories) {
    last(history);
    reviews += history.length / 2;
  }
  console.log(reviews / (Number(process.hrtime.bigint() - begin) / 1e9));
});
input.on('close', () => {
  for (const history of histories) {
    const state = last(history);
    console.log(state.stability + ' ' + state.difficulty);
  }
});
