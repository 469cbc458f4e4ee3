// Reads sentences with compromise: its numbers, percentages, money and units.
import nlp from 'compromise/three';
import { printRate } from './rate.ts';

await printRate((sentence) => {
  const document = nlp(sentence);
  return [document.numbers().json(), document.money().json(), document.percentages().json()];
});
