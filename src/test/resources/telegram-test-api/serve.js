// Starts telegram-test-api behind a proxy that mends what departs from the public Bot API: bots are said to be bots, dates
// are in seconds, an empty poll takes a moment, and methods that it does not know are accepted without effect.
const http = require('http');
const { createRequire } = require('module');
const required = createRequire(process.argv[2] + '/')('telegram-test-api');
const TelegramServer = required.default || required.TelegramServer || required;

function mended(method, answer) {
  if (!answer.ok) {
    return { ok: true, result: true };
  }
  if (method === 'getme') {
    answer.result.is_bot = true;
  }
  if (method === 'sendmessage') {
    answer.result.date = Math.floor(answer.result.date / 1000);
  }
  if (method === 'editmessagetext') {
    answer.result = true;
  }
  return answer;
}

function proxy(inner) {
  return (request, response) => {
    const body = [];
    request.on('data', (piece) => body.push(piece));
    request.on('end', () => {
      const onward = http.request(
        { host: '127.0.0.1', port: inner, path: request.url, method: request.method, headers: request.headers },
        (got) => {
          const pieces = [];
          got.on('data', (piece) => pieces.push(piece));
          got.on('end', () => {
            const method = request.url.split('/').pop().split('?')[0].toLowerCase();
            const text = Buffer.concat(pieces).toString();
            const ofBot = request.url.startsWith('/bot');
            const answer = ofBot ? JSON.stringify(mended(method, JSON.parse(text))) : text;
            const empty = method === 'getupdates' && JSON.parse(answer).result.length === 0;
            setTimeout(() => {
              response.writeHead(200, { 'Content-Type': 'application/json' });
              response.end(answer);
            }, empty ? 200 : 0);
          });
        },
      );
      onward.end(Buffer.concat(body));
    });
  };
}

const probe = http.createServer().listen(0, '127.0.0.1', async () => {
  const inner = probe.address().port;
  await new Promise((closed) => probe.close(closed));
  await new TelegramServer({ port: inner, host: '127.0.0.1', storage: 'RAM' }).start();
  const outer = http.createServer(proxy(inner)).listen(0, '127.0.0.1', () => console.log(outer.address().port));
});
