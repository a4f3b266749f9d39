/** Where nothing has been built: in development and in tests the worker runs from its source. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
