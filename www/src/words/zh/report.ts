import type { Words } from "..";
import { f } from "./format";

export const report: Words["report"] = {
  title: "报告",
  picture: {
    save: (title) => `保存图片：${title}`,
    button: "保存图片",
    kinds: {
      svg: { name: "SVG", note: "矢量图，放大不失真" },
      png: { name: "PNG", note: "位图，可放进幻灯片和文档" },
    },
    source: (file, asOf) =>
      asOf === null ? `来源：${file} · 分群实验室` : `来源：${file}，截至 ${f.day(asOf)} · 分群实验室`,
  },
};
