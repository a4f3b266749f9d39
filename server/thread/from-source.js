/** Where nothing has been built: in development and in tests a worker runs from its source. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(/** @type {{ module: string }} */ (workerData).module);
