import { openStore, writePaper } from '../index.ts';
import { samplePaper } from './sample-paper.ts';

const [path, text] = process.argv.slice(2);
const store = await openStore(path!);
await writePaper(store, samplePaper(text!));
await store.close();
