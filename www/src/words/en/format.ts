import { format } from "../format";

export const f = format("en");

/** 1 row, 541,909 rows. */
export const count = (n: number, one: string, many = `${one}s`): string => `${f.number(n)} ${n === 1 ? one : many}`;
