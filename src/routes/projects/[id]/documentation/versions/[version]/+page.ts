/** To read, with one button: nothing of it needs a script, and the report would be sent twice. */
export const csr = false;
