/** The largest text we read, bytes: beyond it a page would stall for no gain. */
export const textLimit = 4_000_000;
