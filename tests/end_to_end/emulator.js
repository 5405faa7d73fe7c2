// A Telegram Bot API on a free loopback port: npm telegram-test-api, with what a strictly typed client needs besides.
// Prints its address on one line and serves until its standard input closes, so that it never outlives the test.
'use strict';

const express = require('express');
const TelegramServer = require('telegram-test-api');

const POLL_MILLISECONDS = 20;
const ANSWERED_WITH_TRUE = /^(set(?!Webhook)\w+|sendChatAction|answerCallbackQuery|answerInlineQuery)$/;

const emulator = new TelegramServer({ host: '127.0.0.1', storeTimeout: 3600 });
emulator.config.port = 0; // the constructor takes 0 for "not given"

const vendor = emulator.webServer;
const server = express();
const body = [express.json(), express.urlencoded({ extended: true })];
const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));

server.all('/bot:token/getMe', (request, response) => {
  const id = Number(request.params.token.split(':')[0]);
  response.json({ ok: true, result: { id, is_bot: true, first_name: 'Coopbot', username: 'coopbot_test_bot' } });
});

server.all('/bot:token/getUpdates', body, async (request, response) => {
  const end = Date.now() + 1000 * Number(request.body.timeout || 0);
  let gone = false;
  response.on('close', () => { gone = true; });
  let updates = emulator.getUpdates(request.params.token);
  while (!updates.length && !gone && Date.now() < end) {
    await pause();
    if (!gone) updates = emulator.getUpdates(request.params.token);
  }
  for (const update of updates) if (update.callback_query) update.callback_query.chat_instance = '1';
  response.json({ ok: true, result: updates });
});

// The emulator gives a message's fields back as they were sent: as form text, which no client takes for an object.
server.all('/bot:token/:method', body, (request, response, next) => {
  delete request.body?.link_preview_options;
  next();
});

server.all('/bot:token/:method', (request, response, next) => {
  if (ANSWERED_WITH_TRUE.test(request.params.method)) response.json({ ok: true, result: true });
  else next();
});

server.use(vendor);
emulator.webServer = server;
emulator.start().then(() => console.log(`http://127.0.0.1:${emulator.server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
