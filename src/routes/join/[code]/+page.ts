/** The form works before any script, so none is sent: the page is a few kilobytes on a hotel's wifi. */
export const csr = false;
