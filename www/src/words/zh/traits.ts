import type { Words } from "..";

export const traits: Words["traits"] = {
  weekday: "下单最多的星期",
  month: "下单最多的月份",
  groups: {
    behaviour: "行为",
    demographics: "人口属性",
    geography: "地域",
    attitudes: "态度",
    other: "其他字段",
  },
};
