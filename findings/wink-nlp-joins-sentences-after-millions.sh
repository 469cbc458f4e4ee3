#!/bin/sh
# wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1: sentences after an amount in millions.
#
# Behaviour: "£1.2m." at the end of a sentence gives the tokens "£", "1.2", "m." - the full stop belongs to an abbreviation
# "m." - and the sentence runs on into the next. With "£1.2 million." the two sentences are two. Papers on budgets end
# sentences so all the time, and a reader that takes its sentences from here gives the figures of one to the other.
#
# Output seen:
#   million: 2 sentences
#   m: 1 sentence, its tokens: The grant rose to £ 1.2 m. Robbery fell .
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1
cat > look.cjs <<'JS'
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']);
const sentences = (text) => nlp.readDoc(text).sentences().out();
const inWords = sentences('The grant rose to £1.2 million. Robbery fell.');
const inLetters = sentences('The grant rose to £1.2m. Robbery fell.');
const tokens = nlp.readDoc('The grant rose to £1.2m. Robbery fell.').tokens().out();
console.log(`million: ${inWords.length} sentences`);
console.log(`m: ${inLetters.length} sentence, its tokens: ${tokens.join(' ')}`);
const isAsSeen = inWords.length === 2 && inLetters.length === 1 && tokens.includes('m.');
if (!isAsSeen) {
  console.error('the behaviour has changed');
  process.exit(1);
}
JS
node look.cjs
