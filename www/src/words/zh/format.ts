import { format } from "../format";

/** Latin letters and digits stand apart from Chinese characters. */
export const spaced = (text: string): string =>
  text.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, "$1 $2").replace(/([A-Za-z0-9)\]])(\p{Script=Han})/gu, "$1 $2");

const plain = format("zh-CN");

export const f = { ...plain, list: (items: readonly string[]) => spaced(plain.list(items)) };
