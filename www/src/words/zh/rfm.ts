export const rfm = {};
