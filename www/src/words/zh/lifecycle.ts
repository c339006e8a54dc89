import type { Words } from "..";

export const lifecycle: Words["lifecycle"] = {
  title: "生命周期",
};
