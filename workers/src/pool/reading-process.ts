import { readAndExtract } from '../steps/read-and-extract.ts';
import { obeyOrders } from './obey-orders.ts';

obeyOrders(({ bytes, id, file }, options) => readAndExtract(bytes, { id, file }, options));
