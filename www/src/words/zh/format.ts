import { format } from "../format";

export const f = format("zh-CN");
