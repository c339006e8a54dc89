import type { Words } from "..";

export const profiles: Words["profiles"] = {
  title: "群体特征",
};
