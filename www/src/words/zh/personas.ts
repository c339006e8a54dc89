import type { Words } from "..";

export const personas: Words["personas"] = {
  title: "客户画像",
};
