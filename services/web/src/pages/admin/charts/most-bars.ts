/** Bars that can still be told apart. */
export const mostBars = 8;
