#!/bin/sh
# wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1: memory of a process that reads for long.
#
# Behaviour: an instance keeps every word and number it has not met before, with no limit and no call that forgets them.
# Figures are new words: each paper brings hundreds. A process that reads reports with one instance grows with the number of
# reports. What one instance holds is given back when it is dropped, and another is made in 0.2 s; the tags are the same.
#
# Output seen (100,000 sentences with two new words each):
#   one instance: +37 MB
#   a new one every 20,000 sentences: +1 MB
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1
cat > look.cjs <<'JS'
const make = () => require('wink-nlp')(require('wink-eng-lite-web-model'), ['pos']);
const SENTENCES = 100_000;
const heap = () => {
  global.gc();
  return process.memoryUsage().heapUsed / 1e6;
};

function growth(renewedAfter) {
  let nlp = make();
  nlp.readDoc('Burglary fell.').tokens().out();
  const before = heap();
  for (let at = 0; at < SENTENCES; at += 1) {
    if (at % renewedAfter === renewedAfter - 1) nlp = make();
    nlp.readDoc(`Officers recorded ${at * 7919 + 3} offences in W${at}ham.`).tokens().out(nlp.its.pos);
  }
  const after = heap();
  // The instance must outlive the measurement.
  nlp.readDoc('Burglary fell.').tokens().out();
  return after - before;
}

console.log(growth(Number(process.argv[2])).toFixed(0));
JS
kept=$(node --expose-gc look.cjs 100001)
renewed=$(node --expose-gc look.cjs 20000)
echo "one instance: +$kept MB"
echo "a new one every 20,000 sentences: +$renewed MB"
if [ "$kept" -lt 20 ] || [ "$renewed" -gt $((kept / 2)) ]; then
  echo "the behaviour has changed" >&2
  exit 1
fi
