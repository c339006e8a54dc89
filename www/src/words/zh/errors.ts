import type { BinaryKind, Role, Step } from "../../engine/protocol";
import { shortly } from "../format";
import { type SettingWords, settingFound, settingName, settingRule } from "../setting";
import type { ErrorWords } from "../told";
import { features } from "./features";
import { f } from "./format";
import { terms } from "./terms";

const binaries: Record<BinaryKind, { is: string; todo: string }> = {
  zip: {
    is: "压缩包或 Office 文档，不是工作簿",
    todo: "压缩包请先解压，再拖入其中的文件；文档里的表格请复制到工作簿中。",
  },
  ole: { is: "旧版 Office 文档，不是工作簿", todo: "请把其中的表格复制到工作簿中，或导出为 CSV。" },
  pdf: { is: "PDF 文档", todo: "请从原始系统把表格导出为 CSV。" },
  image: { is: "图片", todo: "请从原始系统把表格导出为 CSV。" },
  gzip: { is: "gzip 压缩文件", todo: "请解压后再拖入。" },
  html: {
    is: "网页（HTML 表格），只是扩展名像表格文件",
    todo: "请用 Excel 打开，另存为 .xlsx 或 CSV UTF-8，再在这里打开。",
  },
  xml: {
    is: "XML 文件（例如“XML 表格 2003”）",
    todo: "请用 Excel 打开，另存为 .xlsx 或 CSV UTF-8，再在这里打开。",
  },
  json: { is: "JSON 文件", todo: "请从原始系统导出为 CSV 或 Excel。" },
  unknown: { is: "非文本文件", todo: "请把数据导出为 UTF-8 编码的 CSV。" },
};

const steps: Record<Step, string> = {
  head: "打开文件",
  read: "读取整个文件",
  customers: "汇总客户",
  rfm: "打分",
  features: "试算分群数",
  clusters: "选定分群数",
};

const settings: SettingWords = {
  names: {
    "scoring.bins": "分数档数",
    "scoring.r": "R 的阈值",
    "scoring.f": "F 的阈值",
    "scoring.m": "M 的阈值",
    weights: "权重",
    rules: "这套分群规则要求的档数（R × F × M）",
    "tiers.high": "高价值层占比",
    "tiers.middle": "中价值层占比",
    "refundMark.prefix": "退货订单号的开头",
    "features.cap": "缩尾的分位数",
    "lifecycle.warning": "生命周期的预警间隔",
    "lifecycle.loss": "生命周期的流失间隔",
    "lifecycle.ownGap": "自身间隔的倍数",
    earlier: "较早日期",
    period: "统计期间",
    before: "对比期间",
    plan: "每月计划次数",
    capacity: "负责人每月可用次数",
    "reallocation.budget": "预算相当于目前投入的倍数",
    "reallocation.floor": "每格至少保留的比例",
    "reallocation.cost": "单次触达成本",
    "reallocation.shape": "曲线指数",
    "reallocation.kept": "不触达也能保留的销售额占比",
    "reallocation.limits": "单格上下限",
  },
  rule: (n) => `第 ${f.number(n)} 条分群规则`,
  range: (from, to) => `${from} 至 ${to}`,
  rules: {
    not_negative: "权重不能为负",
    not_all_zero: "至少一个权重大于零",
    ascending: "从小到大且不重复的数字",
    not_empty: "不能为空",
    unique: "不与其他规则重名",
    "1..": "至少 1 天",
    "warning..": "不少于预警间隔的天数",
    above_zero: "大于零的数",
    from_to: "开始日期不晚于结束日期",
    "0..=1-high": "0 至 1 减高价值层占比",
  },
  empty: "空",
};

const needs: Record<Role, string> = { ...terms.roles, amount: "金额（或数量和单价）" };

const cut = (names: readonly string[]) => names.map((name) => (name === "" ? "（无列名）" : name)).join("、");

export const errors: ErrorWords = {
  empty_file: (_, file) => ({
    title: `${file} 是空文件`,
    text: "没有任何一行有内容。请确认导出已完成，再重新打开。",
  }),
  header_only: (error, file) => ({
    title: `${file} 只有表头，没有数据`,
    text: `找到的列：${cut(error.columns)}，下面没有任何行。至少需要一行数据：请确认导出已完成，再重新打开。`,
  }),
  one_column: (error, file) => ({
    title: `${file} 只有一列`,
    text: `没有用逗号、分号、制表符、竖线或空格分成几列。首行内容：${error.line}。至少需要两列：如果在 Excel 中整行都挤在 A 列，请用“数据 → 分列”拆开后保存；否则请检查导出方式。`,
  }),
  not_text: (error, file) => ({
    title: `${file} 是${binaries[error.kind].is}`,
    text: `需要分列的文本文件。${binaries[error.kind].todo}`,
  }),
  encrypted_workbook: (_, file) => ({
    title: `${file} 设有密码`,
    text: "内容已加密。请在 Excel 中打开，取消密码（文件 → 信息 → 保护工作簿）后保存，再在这里打开。",
  }),
  broken_workbook: (error, file) => ({
    title: `${file} 已损坏`,
    text: `${error.sheet === null ? "工作簿" : `工作表“${error.sheet}”`}无法读完。请用 Excel 打开（可能会自动修复），另存为新文件后再打开。`,
  }),
  workbook_too_large: (error, file) => ({
    title: `${file} 解压后太大`,
    text: `解压后有 ${f.bytes(error.bytes)}，最多能容纳 ${f.bytes(error.limit)}。请在 Excel 中把工作表另存为 CSV：文本文件分块读取，大小不限。`,
  }),
  empty_workbook: (_, file) => ({
    title: `${file} 没有内容`,
    text: "所有工作表都没有填写任何单元格。请确认导出已完成，再重新打开。",
  }),
  no_such_sheet: (error, file) => ({
    title: `${file} 没有工作表“${error.sheet}”`,
    text: "可能已改名。请从现有工作表中选择。",
  }),
  line_too_long: (error, file) => ({
    title: `${file} 第 ${f.number(error.line)} 行没有结尾`,
    text: `长度超过 ${f.bytes(error.limit)}。表格应一行一条记录，请检查导出时换行是否丢失。`,
  }),
  too_large: (error, file) => ({
    title: `${file} 超出这个浏览器标签页的容量`,
    text: `按当前的列读取 ${f.bytes(error.bytes)} 约需内存 ${f.bytes(error.needs)}，可用 ${f.bytes(error.limit)}。请减少已指定的列，或按时间拆分文件。`,
  }),
  needs_transactions: (error) => ({
    title: "需要订单数据",
    text: `缺少：${error.missing.map((role) => needs[role]).join("、")}。请在“数据”中指定这些列，或打开一行一笔订单（或订单明细）的文件。`,
  }),
  bad_mapping: (error) => ({
    title: `“${terms.roles[error.role]}”只能对应一列`,
    text:
      error.columns.length > 1
        ? `第 ${error.columns.map((column) => f.number(column + 1)).join("、")} 列都被指定为它，请只保留一列。`
        : "为它选择的列在文件中不存在，请另选一列。",
  }),
  column_missing: (error, file) => ({
    title: `${file} 没有“${needs[error.role]}”对应的列`,
    text: "与它合并读取的文件有这一列。请检查它的分隔符，或单独打开它。",
  }),
  no_readable_date: (error, file) => ({
    title: `${file} 的“${error.column}”列没有可识别的日期`,
    text: "没有一个单元格能读作日期，例如 2011-12-09、2011年12月9日、09/12/2011 或 20111209。请另选日期列，或更改日期顺序。",
    examples: error.examples,
  }),
  no_readable_number: (error, file) => ({
    title: `${file} 的“${error.column}”列没有可识别的数字`,
    text: error.examples.every((example) => example.value === "")
      ? "这一列全是空的。请另选一列；如果在 Excel 中能看到数字，它们是从未计算过的公式，请用 Excel 打开并保存一次，再在这里打开。"
      : "没有一个单元格能读作数字。请另选一列，或更改小数点。",
    examples: error.examples,
  }),
  no_customer: (error, file) => ({
    title: `${file} 的“${error.column}”列没有客户`,
    text: `全部 ${f.number(error.rows)} 行都为空。请选择表示购买者的列。`,
  }),
  no_rows: (error, file) => ({
    title: `${file} 没有可用的行`,
    text: `全部 ${f.number(error.rows)} 行都未计入。原因列在“数据”中，多半是某一列的含义选错了。`,
  }),
  no_purchases: (error) => ({
    title: "没有购买记录",
    text: `共有 ${f.number(error.customers)} 位客户，但没有一笔购买：只有退货，或者都晚于截至日期。请检查金额列、退货标记和截至日期。`,
  }),
  sum_too_large: (error) => ({
    title: `客户 ${error.customer} 的金额过大`,
    text: "合计超过 9.2 万亿，无法精确计算。请检查金额列是否选对。",
  }),
  bad_setting: (error) => ({
    title: "设置超出范围",
    text: `${settingName(settings, error.setting)}：现为 ${settingFound(settings, error.found)}，要求 ${settingRule(settings, error.expected)}。改正后即恢复结果。`,
  }),
  bad_recipe: (error) => ({
    title: "这不是本网页保存的设置",
    text: `JSON 文件不符合“保存设置”写出的格式：${error.found}。请选择在这里保存的设置文件；要打开数据，请用 CSV 或 Excel。`,
  }),
  no_features: () => ({ title: "未选特征", text: "请至少选择一个用来比较客户的指标。" }),
  no_such_feature: (error) => ({
    title: `没有“${features.name(error.feature)}”`,
    text: "当前数据没有这一特征。请在“数据”中指定对应的列，或添加含有该列的文件，或去掉这一特征。",
  }),
  empty_feature: (error) => ({
    title: `“${features.name(error.feature)}”没有数值`,
    text: "所有客户都缺这一特征。请去掉它，或在“数据”中检查该列是否按数字读取。",
  }),
  feature_twice: (error) => ({
    title: `“${features.name(error.feature)}”选了两次`,
    text: "这样它会被重复计算。请只保留一个。",
  }),
  constant_feature: (error) => ({
    title: `所有客户的“${features.name(error.feature)}”都相同`,
    text: error.madeOne
      ? `缩尾或变换之后，每位客户都是 ${f.number(error.value, 2)}。请放宽缩尾、换一种变换，或去掉这一特征。`
      : `每位客户都是 ${f.number(error.value, 2)}，无法区分客户。请去掉这一特征。`,
  }),
  flat_quartiles: (error) => ({
    title: `“${features.name(error.feature)}”无法按四分位距缩放`,
    text: `至少一半客户的数值都是 ${f.number(error.value, 2)}，上下四分位数相同，没有可除的间距。请改用标准化或 0 到 1。`,
  }),
  feature_out_of_range: (error) => ({
    title: `“${features.name(error.feature)}”有不可用的数值`,
    text:
      error.expected === "above_minus_one"
        ? `ln(1 + x) 要求数值大于 -1，有 ${f.number(error.customers)} 位客户不满足，第一个是 ${shortly(error.value)}。请改用 Yeo-Johnson（任何数值均可），或不变换。`
        : `有 ${f.number(error.customers)} 位客户的数值过大或不是数字，第一个是 ${shortly(error.value)}。请在文件中更正，或去掉这一特征。`,
  }),
  too_few_customers: (error) => ({
    title: "客户太少，无法聚类",
    text: `特征齐全的客户只有 ${f.number(error.customers)} 位${error.dropped > 0 ? `，另有 ${f.number(error.dropped)} 位因缺值被剔除` : ""}，至少需要 2 位。${error.dropped > 0 ? "请改为以中位数填补，或选择缺值较少的特征。" : "请打开客户更多的文件。"}`,
  }),
  too_many_clusters: (error) => ({
    title: "群数多于不同的客户",
    text: `要求分成 ${f.number(error.clusters)} 群，但这些特征只有 ${f.number(error.distinct)} 种不同取值。请最多分 ${f.number(error.distinct)} 群，或增加特征。`,
  }),
  mixture_failed: (error) => ({
    title: "高斯混合模型拟合失败",
    text: `无法拟合 ${f.number(error.clusters)} 个正态分布：有的分布会收缩到取值完全相同的客户上。请减少群数，或改用 k-means。`,
  }),
  bad_model: (error) => ({
    title: "这不是本网页保存的聚类模型",
    text: `JSON 文件不符合“保存模型”写出的格式：${error.found}。请选择在这里保存的模型。`,
  }),
  file_changed: (_, file) => ({
    title: `无法再读取 ${file}`,
    text: "文件在打开之后被修改、移动或删除了。请重新打开。",
  }),
  bad_grid: ({ dimensions, cells }) => ({
    title: "这些维度分不出格子",
    text:
      dimensions === 0 || dimensions > 3
        ? `选了 ${f.number(dimensions)} 个维度，只能选 1 至 3 个。`
        : `共分出 ${f.number(cells)} 格，允许 1 至 ${f.number(100_000)} 格。请改选取值较少的列，或减少维度。`,
  }),
  bad_reach: ({ touches, target }) => ({
    title: "覆盖的标准不成立",
    text: `至少要求触达 1 次，目标覆盖率在 0% 至 100% 之间；当前为 ${f.number(touches)} 次、${f.percent(target)}。修改后会重新计算。`,
  }),
  bad_tiers: () => ({
    title: "权重或占比不可用",
    text: "权重不能为负，每组至少一个大于零；各等级占比合计不超过 100%。修改后会重新计算。",
  }),
  bad_market: () => ({
    title: "市场数据不可用",
    text: "市场客户数和销售额不能为负。请更正目标文件后重新打开。",
  }),
  bad_allocation: ({ cell }) => ({
    title: cell === null ? "预算不够各格的下限" : "某格的上下限互相矛盾",
    text:
      cell === null
        ? "各格下限之和超过了预算或可用次数。请降低下限，或提高预算、可用次数。"
        : "下限高于上限，或出现负数。修改后会重新计算。",
  }),
  not_ready: (error) => ({ title: "还差一步", text: `请先${steps[error.step]}。` }),
  cancelled: () => ({ title: "已停止", text: "未完成的步骤没有保留任何结果，设置保持不变。" }),
  engine_crashed: (error, file) => ({
    title: "计算部分出错",
    text: `这是程序的错误，${file} 没有受影响，设置也已保留。请重新打开文件；如再次出现，请反馈以下信息：${error.detail}`,
  }),
  out_of_memory: (_, file) => ({
    title: "浏览器内存不足",
    text: `设置已保留。请关闭其他标签页后重新打开 ${file}，或减少已指定的列，或按时间拆分文件。`,
  }),
  engine_unavailable: (error) => ({
    title: "计算部分无法启动",
    text: `需要 2023 年以后、支持 WebAssembly 的浏览器。请重新加载页面；如仍无效，浏览器的提示是：${error.detail}`,
  }),
  too_many_rows: ({ rows, most }) => ({
    title: "工作簿放不下这么多客户",
    text: `Excel 的一张表最多 ${f.number(most)} 行，现有 ${f.number(rows)} 位客户。请改存为 CSV，或在 RFM 页筛选后导出。`,
  }),
  storage_full: ({ bytes }) => ({
    title: "本机空间不足",
    text: `浏览器已放不下 ${f.bytes(bytes)}。请删除已保存的项目，或把设置存为文件：与同一数据一起拖入，得到同样的结果。`,
  }),
  storage_unavailable: () => ({
    title: "此浏览器不保存任何内容",
    text: "浏览器禁止网页保存内容（例如无痕窗口）。请把设置存为文件：与同一数据一起拖入，得到同样的结果。",
  }),
  sample_unavailable: () => ({
    title: "未能获取示例",
    text: "示例与本网页放在一起，请检查网络。可以重试，或打开您自己的文件。",
  }),
};
