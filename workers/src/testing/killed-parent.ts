import { startInBox } from '../pool/box.ts';

/** Has a process read a paper that hangs, tells its id, and waits to be killed. */
const child = startInBox(new URL('./obedient-process.ts', import.meta.url), 256);
const order = { id: 'hang', file: 'hang.md', bytes: new TextEncoder().encode('hang'), options: {} };
child.on('message', () => process.stdout.write(`${child.pid}\n`));
child.send(order);
