/** Read without a script, and without anything that a page would keep. */
export const csr = false;
