/**
 * Writes a large order file: 5,000,000 lines of about 1.5 million orders by 300,000 customers over three years, in date
 * order. The same seed gives the same bytes.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const ROWS = 5_000_000;
const CUSTOMERS = 300_000;
const ORDERS = 1_500_000;
const DAYS = 1096;
const CATEGORIES = ["Dairy", "Bakery", "Frozen", "Snacks", "Household", "Drinks", "Baby care", "Pet food"];
const CHANNELS = ["Store", "Online", "App", "Phone"];

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Ids in no order: multiples of one prime modulo another.
const customerId = (number) => `C${String((number * 123_457) % 1_000_003).padStart(7, "0")}`;

/** The words of the file in Chinese, and their bytes in GB18030. */
const CHINESE = {
  Dairy: ["乳品", "c8e9c6b7"],
  Bakery: ["烘焙", "bae6b1ba"],
  Frozen: ["冷冻", "c0e4b6b3"],
  Snacks: ["零食", "c1e3cab3"],
  Household: ["家居", "bcd2bed3"],
  Drinks: ["饮料", "d2fbc1cf"],
  "Baby care": ["母婴", "c4b8d3a4"],
  "Pet food": ["宠物", "b3e8ceef"],
  Store: ["门店", "c3c5b5ea"],
  Online: ["网店", "cdf8b5ea"],
  App: ["小程序", "d0a1b3ccd0f2"],
  Phone: ["电话", "b5e7bbb0"],
};

/** The same file with Chinese words, in UTF-8 and in GB18030. */
export function inChinese(path, utf8, gb18030) {
  if (existsSync(utf8) && existsSync(gb18030)) return;
  const words = new RegExp(Object.keys(CHINESE).join("|"), "g");
  const bytesOf = {
    [utf8]: ([text]) => Buffer.from(text).toString("latin1"),
    [gb18030]: ([, hex]) => Buffer.from(hex, "hex").toString("latin1"),
  };
  const whole = readFileSync(path, "latin1");
  for (const [to, bytes] of Object.entries(bytesOf)) {
    const file = openSync(`${to}.part`, "w");
    for (let at = 0; at < whole.length; ) {
      const end = whole.indexOf("\n", Math.min(whole.length - 1, at + (1 << 24))) + 1 || whole.length;
      const piece = whole.slice(at, end).replace(words, (word) => bytes(CHINESE[word]));
      writeSync(file, Buffer.from(piece, "latin1"));
      at = end;
    }
    closeSync(file);
    renameSync(`${to}.part`, to);
  }
}

export function generate(path) {
  if (existsSync(path)) return statSync(path).size;
  mkdirSync(dirname(path), { recursive: true });
  const next = random(20240427);
  const below = (limit) => Math.floor(next() * limit);
  const file = openSync(`${path}.part`, "w");
  let text = "order_id,customer_id,order_date,category,channel,amount\n";
  let rows = 0;
  let joined = 0;
  for (let order = 0; order < ORDERS; order++) {
    // New customers join all along; those who joined early buy more often.
    const joins = joined === 0 || next() * (ORDERS - order) < CUSTOMERS - joined;
    const customer = customerId(joins ? joined++ : below(joined * next()));
    const date = new Date(Date.UTC(2022, 0, 1 + Math.floor((order * DAYS) / ORDERS))).toISOString().slice(0, 10);
    const channel = CHANNELS[below(CHANNELS.length)];
    const left = ROWS - rows;
    const ordersLeft = ORDERS - order;
    // One to about six lines, and as many as are left for the last order.
    const lines = ordersLeft === 1 ? left : Math.min(left - ordersLeft + 1, 1 + below((2 * left) / ordersLeft - 1));
    for (let line = 0; line < lines; line++) {
      const category = CATEGORIES[below(CATEGORIES.length)];
      text += `SO${1_000_000 + order},${customer},${date},${category},${channel},${(1 + below(20_000)) / 100}\n`;
    }
    rows += lines;
    if (text.length > 1 << 22) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return statSync(path).size;
}
