// Reads sentences with the six models of Recognizers-Text that find what Scrutineer finds.
import suite from '@microsoft/recognizers-text-suite';
import { printRate } from './rate.ts';

const CULTURE = suite.Culture.English;
const MODELS = [
  suite.recognizeNumber,
  suite.recognizePercentage,
  suite.recognizeOrdinal,
  suite.recognizeCurrency,
  suite.recognizeDimension,
  suite.recognizeDateTime,
];

await printRate((sentence) => MODELS.map((recognise) => recognise(sentence, CULTURE)));
