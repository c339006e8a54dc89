import type { Words } from "..";
import { f } from "./format";

export const shell: Words["shell"] = {
  name: "分群实验室",
  title: (view) => (view === null ? "分群实验室：在本机完成客户分群" : `${view} · 分群实验室`),
  description: "拖入客户或订单文件，得到 RFM 客户分群。全部在网页内、在您自己的电脑上计算，不上传任何数据。",
  skip: "跳到正文",
  steps: "步骤",
  views: { data: "数据", overview: "概览", rfm: "RFM", clusters: "聚类", learn: "课堂" },
  states: {
    noFile: "无文件",
    notRead: "未读取",
    reading: "读取中",
    running: "计算中",
    rows: (rows) => `${f.number(rows)} 行`,
    periods: {
      day: (n) => `${f.number(n)} 天`,
      week: (n) => `${f.number(n)} 周`,
      month: (n) => `${f.number(n)} 个月`,
    },
    segments: (n) => `${f.number(n)} 群`,
    lesson: "k-means",
    clusters: (n) => `${f.number(n)} 群`,
    notRun: "未运行",
    needsDate: "待定日期",
    needsOrders: "需订单",
    failed: "已中断",
  },
  file: (name, rows, customers) =>
    [name, rows === null ? null : `${f.number(rows)} 行`, customers === null ? null : `${f.number(customers)} 位客户`]
      .filter((part) => part !== null)
      .join(" · "),
  privacy: {
    before: "本机计算",
    after: (requests) => `本机计算 · 打开文件后 ${f.number(requests)} 次请求`,
    title: "数据不离开这台电脑",
    how: [
      "文件由本网页在浏览器里读取和计算，没有服务器参与。",
      "打开文件后，网页的安全策略禁止它连接任何地址。只有重新加载才能解除，而重新加载会忘掉文件。",
      "这个数字是实测的：取自浏览器记录的、此后网页发出的请求。",
    ],
  },
  langSwitch: "English",
  langSwitchLabel: "English: switch to English",
  theme: { light: "浅色", dark: "深色" },
  themeLabel: { light: "切换到浅色", dark: "切换到深色" },
  cancel: "取消",
  dismiss: "知道了",
  how: "怎么算的？",
  reload: {
    title: "重新加载以打开示例？",
    text: "您的文件打开期间，网页不能获取任何东西，示例也不行。重新加载会忘掉您的文件和全部计算结果。",
    yes: "重新加载并打开示例",
  },
  dropped: {
    title: (files) => `拖入了 ${f.number(files)} 个文件：添加还是替换？`,
    text: (names, open) =>
      `${names.slice(0, 5).join("、")}${names.length > 5 ? ` 等 ${f.number(names.length)} 个文件` : ""}。当前打开的是 ${open}。添加：列相同的文件合并读取，其他的与之并列。替换：放下当前文件及其计算结果。`,
    add: "添加到当前文件",
    replace: "替换当前文件",
  },
  fault: {
    title: "页面的这一部分没能显示",
    text: "这是程序的错误，您的数据没有受影响。请重试；如仍出现，请重新加载页面并再次打开文件。",
    again: "重试",
    detail: "浏览器的提示",
  },
  saved: (name) => `已保存 ${name}`,
  busy: {
    head: "正在查看文件",
    read: "正在读取文件",
    customers: "正在汇总客户",
    score: "正在打分",
    features: "正在列出特征",
    sweep: "正在试算分群数",
    cluster: "正在描述各群",
    others: "正在读取其他文件并匹配客户",
    export: "正在写出文件",
    sample: "正在获取示例",
    sheet: "正在解开工作簿",
  },
  percent: (share) => f.percent(share, 0),
  loading: "请稍候……",
};
