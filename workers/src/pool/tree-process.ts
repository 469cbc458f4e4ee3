import { readPaper } from '@scrutineer/ingest';
import { obeyOrders } from './obey-orders.ts';

obeyOrders(({ bytes, file }, options) => readPaper(bytes, file, options));
