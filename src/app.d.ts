import type { App as Ordvagg } from '../server/app.ts';
import type { User } from '../server/accounts.ts';

declare global {
  namespace App {
    interface Locals {
      /** The only way from a route to the server. */
      app: Ordvagg;
      /** The signed-in leader, if any. */
      user: User | undefined;
    }
  }
}

export {};
